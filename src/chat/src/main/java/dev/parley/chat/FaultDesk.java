package dev.parley.chat;

import dev.parley.group.Faults;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Faults on purpose at this peer, to experiment with; none outlives the stay in the group. All methods may block; called from
 * command threads.
 */
public final class FaultDesk {
    private final Connection connection;
    private final Presence presence;
    private final MetMembers met;
    private Optional<Partition> partition = Optional.empty();

    FaultDesk(Connection connection, Presence presence, MetMembers met) {
        this.connection = connection;
        this.presence = presence;
        this.met = met;
    }

    private record Partition(Group group, String sides) {}

    /**
     * Drops from now on whatever comes from the members on other sides than this peer's. Who is on no side is not affected.
     * The others drop nothing unless they are told the same. Members that crashed or were cut off can be named too. Replaces
     * an earlier partition.
     *
     * @param sides shown names
     * @return the names of those cut off
     */
    public synchronized List<String> partition(List<List<String>> sides) throws SessionException {
        Group group = connection.neededConnected();
        check(sides);
        List<String> cutOff = sides.stream()
                .filter(side -> !side.contains(self()))
                .flatMap(List::stream)
                .toList();
        try {
            group.faults()
                    .partitionFrom(cutOff.stream()
                            .flatMap(name -> met.named(name).stream())
                            .collect(Collectors.toSet()));
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
        partition = Optional.of(new Partition(group, text(sides)));
        return cutOff;
    }

    private String self() {
        return presence.state().self();
    }

    private void check(List<List<String>> sides) throws SessionException {
        if (sides.size() < 2 || sides.stream().anyMatch(List::isEmpty))
            throw new SessionException(
                    "A partition has at least two sides with members on each: put | between them, as in alice,bob | carol.");
        Map<String, Long> named = sides.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
        for (Map.Entry<String, Long> name : named.entrySet()) {
            if (met.named(name.getKey()).isEmpty())
                throw new SessionException("There is no member '%s'; there are %s."
                        .formatted(
                                name.getKey(),
                                String.join(", ", presence.roster().names())));
            if (name.getValue() > 1)
                throw new SessionException("%s is named twice: put each member on one side.".formatted(name.getKey()));
        }
        if (!named.containsKey(self()))
            throw new SessionException(
                    "Put yourself, %s, on one of the sides: a fault acts only at the peer where it is typed."
                            .formatted(self()));
    }

    private static String text(List<List<String>> sides) {
        return sides.stream().map(side -> String.join(",", side)).collect(Collectors.joining(" | "));
    }

    /** Ends all faults of this peer. Returns those that there were. */
    public synchronized List<ActiveFault> heal() {
        List<ActiveFault> healed = active();
        connection.group().map(Group::faults).ifPresent(Faults::heal);
        partition = Optional.empty();
        return healed;
    }

    /** The faults that last at this peer. */
    public synchronized List<ActiveFault> active() {
        Optional<Group> group = connection.group().filter(Group::connected);
        return partition.filter(active -> group.isPresent() && active.group() == group.get()).stream()
                .map(active -> new ActiveFault(
                        "partition", active.sides(), active.group().faults().dropped()))
                .toList();
    }
}
