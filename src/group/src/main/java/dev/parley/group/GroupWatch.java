package dev.parley.group;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Address;
import org.jgroups.Message;

/** Between the lookout at the bottom of a group's stack and the receiver at its top. Called by JGroups' threads. */
final class GroupWatch implements Lookout.Watcher, Inbound.Suspicions {
    /** One merge check serves all the announcements that come within this time. */
    private static final long BETWEEN_CHECKS_NANOS = Duration.ofSeconds(1).toNanos();

    /** Among a hundred members discovery asks for the own stack thousands of times a second, and it hardly ever changes. */
    private static final long STACK_HOLDS_NANOS = Duration.ofSeconds(1).toNanos();

    private final AtomicLong nextCheckNanos = new AtomicLong(System.nanoTime());
    private final JGroupsGroup group;
    private volatile SeenStack own;

    /** @param group whose parts are asked for when something passes, not before */
    GroupWatch(JGroupsGroup group) {
        this.group = group;
    }

    @Override
    public void suspected(Address member, String cause) {
        group.inbound().suspected(Members.id(member), cause);
    }

    /** Both sides must announce their views before a merge can begin, so this one answers at once. */
    @Override
    public void otherPartSeen() {
        long now = System.nanoTime();
        long next = nextCheckNanos.get();
        if (now - next >= 0 && nextCheckNanos.compareAndSet(next, now + BETWEEN_CHECKS_NANOS))
            group.listDiscovery().checkForOtherParts();
    }

    @Override
    public void whispered(Address from, Message message) {
        UUID member = Members.id(from);
        if (group.hears(member) || group.membership().contains(member))
            group.inbound().whispered(member, message);
    }

    @Override
    public void leaving(Address member) {
        group.inbound().goodbye(Members.id(member));
    }

    @Override
    public boolean hasLeft(Address member) {
        return group.goodbyes().saidBy(Members.id(member));
    }

    @Override
    public void joining(Address coordinator) {
        group.listDiscovery().introduceTo(coordinator);
    }

    @Override
    public StackPrint ownStack() {
        long now = System.nanoTime();
        SeenStack seen = own;
        if (seen == null || now - seen.nanos() >= STACK_HOLDS_NANOS)
            own = seen = new SeenStack(group.stackPrint(), now);
        return seen.print();
    }

    private record SeenStack(StackPrint print, long nanos) {}

    /** The receiver compares once more, with the stack as it is then. */
    @Override
    public void stackSeen(StackPrint stack) {
        if (!stack.fits(ownStack())) group.inbound().stackMet(stack);
    }

    @Override
    public boolean understood(Message message) {
        return group.lookout().understands(message);
    }

    @Override
    public boolean suspected(UUID member) {
        return group.lookout().suspected(Members.address(member));
    }

    @Override
    public void viewChanged(List<UUID> present) {
        group.lookout().forgetAllBut(present.stream().map(Members::address).toList());
    }
}
