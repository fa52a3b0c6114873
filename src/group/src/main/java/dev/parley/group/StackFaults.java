package dev.parley.group;

import dev.parley.group.faults.Fault;
import dev.parley.group.faults.FaultLayer;
import dev.parley.group.faults.Whisper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.protocols.TP;

/** Faults by a protocol that is in the stack only as long as it is needed. Thread-safe. */
final class StackFaults implements Faults {
    private final Supplier<Optional<JChannel>> connected;
    private Optional<FaultLayer> layer = Optional.empty();
    private volatile Set<UUID> cutOff = Set.of();
    /** Where those are who are cut off or were last: the transport forgets them after a while. */
    private volatile Map<UUID, Optional<PhysicalAddress>> beyond = Map.of();

    /** @param connected the channel, if it is connected */
    StackFaults(Supplier<Optional<JChannel>> connected) {
        this.connected = connected;
    }

    @Override
    public synchronized void partitionFrom(Set<UUID> members) throws GroupException {
        JChannel channel = channel();
        cutOff = Set.copyOf(members);
        if (!members.isEmpty()) remember(channel.getProtocolStack().getTransport(), members);
        if (layer.isPresent() || !members.isEmpty()) layerIn(channel).cutOff(members);
        removeIfIdle();
    }

    private JChannel channel() throws GroupException {
        return connected.get().orElseThrow(() -> new GroupException("Not connected to a group."));
    }

    private FaultLayer layerIn(JChannel channel) {
        if (layer.isEmpty()) layer = Optional.of(FaultLayer.into(channel.getProtocolStack()));
        return layer.get();
    }

    private void removeIfIdle() {
        layer.filter(FaultLayer::idle).ifPresent(FaultLayer::remove);
        layer = layer.filter(present -> !present.idle());
    }

    private void remember(TP transport, Set<UUID> members) {
        Map<UUID, Optional<PhysicalAddress>> places = new HashMap<>();
        for (UUID member : members)
            places.put(
                    member,
                    Optional.ofNullable(transport.getPhysicalAddressFromCache(Members.address(member)))
                            .or(() -> beyond.getOrDefault(member, Optional.empty())));
        beyond = Map.copyOf(places);
    }

    /** Asked by threads that must not wait, so that healing, which waits for what is delivered meanwhile, cannot block them. */
    @Override
    public Set<UUID> partitionedFrom() {
        return cutOff;
    }

    @Override
    public synchronized long dropped() {
        return layer.map(FaultLayer::cut).orElse(0L);
    }

    @Override
    public synchronized void make(Fault fault) throws GroupException {
        layerIn(channel()).add(fault);
    }

    @Override
    public synchronized List<Fault.Report> reports() {
        return layer.map(FaultLayer::reports).orElse(List.of());
    }

    @Override
    public synchronized void heal() {
        layer.ifPresent(FaultLayer::remove);
        layer = Optional.empty();
        cutOff = Set.of();
    }

    @Override
    public void whisper(UUID member, byte[] payload) throws GroupException {
        JChannel channel = channel();
        Optional<PhysicalAddress> place = beyond.getOrDefault(member, Optional.empty());
        if (place.isEmpty()) return;
        TP transport = channel.getProtocolStack().getTransport();
        Address address = Members.address(member);
        transport.addPhysicalAddressToCache(address, place.get());
        Message message = new BytesMessage(address, payload).setFlag(Message.Flag.OOB);
        message.putHeader(Whisper.ID, new Whisper());
        transport.down(message);
    }

    /** Whether what this member whispers is to be heard. Any thread. */
    boolean hears(UUID member) {
        return beyond.containsKey(member);
    }
}
