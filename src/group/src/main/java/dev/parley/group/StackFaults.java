package dev.parley.group;

import dev.parley.group.faults.Partition;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jgroups.JChannel;

/** Faults by protocols that are in the stack only as long as they are needed. Thread-safe. */
final class StackFaults implements Faults {
    private final Supplier<Optional<JChannel>> connected;
    private Optional<Partition> partition = Optional.empty();
    private Set<UUID> cutOff = Set.of();

    /** @param connected the channel, if it is connected */
    StackFaults(Supplier<Optional<JChannel>> connected) {
        this.connected = connected;
    }

    @Override
    public synchronized void partitionFrom(Set<UUID> members) throws GroupException {
        JChannel channel = connected.get().orElseThrow(() -> new GroupException("Not connected to a group."));
        if (members.isEmpty()) heal();
        else {
            if (partition.isEmpty()) partition = Optional.of(Partition.into(channel.getProtocolStack()));
            cutOff = Set.copyOf(members);
            partition.get().cutOff(members.stream().map(Members::address).collect(Collectors.toSet()));
        }
    }

    @Override
    public synchronized Set<UUID> partitionedFrom() {
        return cutOff;
    }

    @Override
    public synchronized long dropped() {
        return partition.map(Partition::dropped).orElse(0L);
    }

    @Override
    public synchronized void heal() {
        partition.ifPresent(Partition::remove);
        partition = Optional.empty();
        cutOff = Set.of();
    }
}
