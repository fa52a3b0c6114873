package dev.parley.group.testing;

import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupEvent.Departure;
import dev.parley.group.GroupEvent.Reason;
import dev.parley.group.GroupEvent.Received;
import dev.parley.group.GroupEvent.ViewChanged;
import dev.parley.group.GroupFactory;
import dev.parley.group.GroupListener;
import dev.parley.group.GroupSettings;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Groups without JGroups, in this process, for tests of what stands on a group. Who joins is in everybody's view when
 * {@code connect} returns; each member hears events on a thread of its own, in one order: views as they were installed,
 * and what one sender sent in its order. Deterministic but for how the members' threads interleave.
 *
 * <p>Thread-safe. Close it to end all groups and their threads.
 */
public final class FakeNetwork implements AutoCloseable {
    private static final int FIRST_PORT = 7800;

    private final List<FakeGroup> connected = new ArrayList<>();
    private final List<FakeGroup> all = new ArrayList<>();
    /** The island that a member is on; who is in none is on the mainland, 0. */
    private final Map<FakeGroup, Integer> islands = new HashMap<>();

    private Loss loss = (from, to, payload) -> false;
    private long lastView;
    private Consumer<byte[]> watcher = payload -> {};

    /** Makes groups in this network. */
    public GroupFactory factory() {
        return this::create;
    }

    /** A group in this network that is not connected yet. */
    public synchronized FakeGroup create(GroupSettings settings, GroupListener listener) {
        InetAddress host = settings.bindAddress().orElse(InetAddress.getLoopbackAddress());
        int port = settings.bindPort().orElse(0);
        InetSocketAddress address = new InetSocketAddress(host, port == 0 ? FIRST_PORT + all.size() : port);
        FakeGroup group = new FakeGroup(this, settings, listener, address);
        all.add(group);
        return group;
    }

    /** Kills a member: it hears nothing more, the others are told that it crashed. */
    public synchronized void crash(Group group) {
        remove(fake(group), Reason.CRASHED);
        fake(group).die();
    }

    /** Lets a failure detector of one member speak of another. */
    public void suspect(Group by, Group whom) {
        fake(by).hear(new GroupEvent.Suspected(fake(whom).member(), "it is silent"));
    }

    /** Splits the network: each of these lists becomes a part of its own, everybody else is another. */
    public synchronized void partition(List<? extends Group> part, List<? extends Group> otherPart) {
        Map<FakeGroup, Membership> before = memberships();
        islands.clear();
        part.forEach(group -> islands.put(fake(group), 1));
        otherPart.forEach(group -> islands.put(fake(group), 2));
        install(before, Reason.CRASHED, Set.of());
    }

    /** Joins all parts again; everybody gets a merged view. */
    public synchronized void heal() {
        Map<FakeGroup, Membership> before = memberships();
        Set<String> healed = new HashSet<>();
        before.forEach((group, membership) -> {
            if (islands.containsKey(group)) healed.add(group.settings().group());
        });
        islands.clear();
        install(before, Reason.UNKNOWN, healed);
    }

    /** Decides what is lost on its way. */
    @FunctionalInterface
    public interface Loss {
        /** Whether this message does not arrive at this receiver. */
        boolean loses(UUID from, UUID to, byte[] payload);
    }

    /** From now on loses what this says, instead of what was said before. */
    public synchronized void lose(Loss what) {
        loss = what;
    }

    /** From now on shows each multicast once to this watcher, on its sender's thread, whoever hears it. */
    public synchronized void watchMulticasts(Consumer<byte[]> by) {
        watcher = by;
    }

    /** Waits until everybody has heard everything up to now, also those who have ended. */
    public void settle() {
        List<FakeGroup> members;
        synchronized (this) {
            members = List.copyOf(all);
        }
        members.forEach(FakeGroup::settle);
    }

    /** Ends all groups without a word. */
    @Override
    public synchronized void close() {
        all.forEach(FakeGroup::die);
        connected.clear();
    }

    /** Changes to whom a member is deaf; who is together again gets a merged view. */
    synchronized void change(FakeGroup group, Runnable change) {
        Map<FakeGroup, Membership> before = memberships();
        Set<Member> together = Set.copyOf(present(group));
        change.run();
        boolean lessThanBefore = !present(group).containsAll(together);
        if (lessThanBefore) install(before, Reason.CRASHED, Set.of());
        else install(before, Reason.UNKNOWN, Set.of(group.settings().group()));
    }

    synchronized void join(FakeGroup group) {
        Map<FakeGroup, Membership> before = memberships();
        connected.add(group);
        before.put(group, Membership.NONE);
        install(before, Reason.UNKNOWN, Set.of());
    }

    synchronized void remove(FakeGroup group, Reason reason) {
        Map<FakeGroup, Membership> before = memberships();
        if (!connected.remove(group)) return;
        before.remove(group);
        install(before, reason, Set.of());
    }

    synchronized void multicast(FakeGroup sender, List<UUID> receivers, byte[] payload) {
        watcher.accept(payload);
        deliver(sender, receivers, payload);
    }

    synchronized void deliver(FakeGroup sender, List<UUID> receivers, byte[] payload) {
        for (FakeGroup receiver : connected)
            if (receivers.contains(receiver.self())
                    && together(sender, receiver)
                    && !loss.loses(sender.self(), receiver.self(), payload))
                receiver.hear(new GroupEvent.MessagesReceived(List.of(new Received(sender.self(), payload.clone()))));
    }

    /** What is whispered arrives across all islands. */
    synchronized void whisper(FakeGroup sender, UUID receiver, byte[] payload) {
        for (FakeGroup group : connected)
            if (group.self().equals(receiver) && group.hears(sender.self()))
                group.hear(new GroupEvent.Whispered(new Received(sender.self(), payload.clone())));
    }

    synchronized List<Member> present(FakeGroup group) {
        return connected.stream()
                .filter(other -> together(group, other))
                .map(FakeGroup::member)
                .toList();
    }

    synchronized InetSocketAddress addressOf(UUID id) {
        return all.stream()
                .filter(group -> group.self().equals(id))
                .findFirst()
                .map(FakeGroup::localAddress)
                .orElse(null);
    }

    private boolean together(FakeGroup one, FakeGroup other) {
        return one.settings().group().equals(other.settings().group())
                && !one.deafTo(other)
                && !other.deafTo(one)
                && islands.getOrDefault(one, 0).equals(islands.getOrDefault(other, 0));
    }

    private Map<FakeGroup, Membership> memberships() {
        Map<FakeGroup, Membership> memberships = new HashMap<>();
        connected.forEach(group -> memberships.put(group, group.membership()));
        return memberships;
    }

    /** Tells everybody whose members have changed, the parts in the order of their coordinators' joining. */
    private void install(Map<FakeGroup, Membership> before, Reason reason, Set<String> merged) {
        Map<List<Member>, Membership> views = new HashMap<>();
        List<FakeGroup> inOrder = new ArrayList<>(before.keySet());
        inOrder.sort(Comparator.comparingInt(connected::indexOf));
        for (FakeGroup group : inOrder) {
            List<Member> members = present(group);
            Membership old = before.get(group);
            if (members.equals(old.members())) continue;
            Membership now = views.computeIfAbsent(
                    members, key -> new Membership(key.get(0).logicalName() + "|" + lastView++, key));
            List<Member> joined = now.members().stream()
                    .filter(member -> !old.contains(member.id()) && !member.id().equals(group.self()))
                    .toList();
            List<Departure> left = old.members().stream()
                    .filter(member -> !now.contains(member.id()))
                    .map(member -> new Departure(member, reason))
                    .toList();
            group.install(new ViewChanged(
                    now, joined, left, merged.contains(group.settings().group())));
        }
    }

    private static FakeGroup fake(Group group) {
        return (FakeGroup) group;
    }
}
