package dev.parley.chat;

import dev.parley.group.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Partitions in which all members take part that allow it: this peer tells them, and does what others tell it. All methods
 * block; called from command threads.
 */
public final class GroupFaults {
    private static final String KIND = "fault";
    private static final String PARTITION = "partition";
    private static final String HEAL = "heal";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FaultDesk desk;
    private final OrderDesk orders;
    private final RemotePermissions permissions;
    private final Connection connection;
    private final MetMembers met;

    GroupFaults(
            FaultDesk desk, OrderDesk orders, RemotePermissions permissions, Connection connection, MetMembers met) {
        this.desk = desk;
        this.orders = orders;
        this.permissions = permissions;
        this.connection = connection;
        this.met = met;
        orders.handle(KIND, this::obey);
    }

    /**
     * What came of it.
     *
     * @param cutOff the names of those cut off from this peer
     * @param others how the others answered
     */
    public record Partitioned(List<String> cutOff, List<OrderDesk.Answer> others) {
        public Partitioned {
            cutOff = List.copyOf(cutOff);
            others = List.copyOf(others);
        }
    }

    /**
     * What came of it.
     *
     * @param here the faults that there were at this peer
     * @param others how the others answered
     */
    public record Healed(List<ActiveFault> here, List<OrderDesk.Answer> others) {
        public Healed {
            here = List.copyOf(here);
            others = List.copyOf(others);
        }
    }

    /**
     * Cuts the group: members on one side neither hear those on others nor are heard by them. Who is on no side is not affected.
     * Members that crashed or were cut off can be named too. Replaces an earlier partition.
     *
     * @param sides shown names
     */
    public Partitioned partition(List<List<String>> sides) throws SessionException {
        Group group = connection.neededConnected();
        List<Set<UUID>> ids = resolved(sides);
        List<String> cutOff = desk.partition(ids);
        List<String> words = new ArrayList<>(List.of(PARTITION));
        for (Set<UUID> side : ids) words.add(side.stream().map(UUID::toString).collect(Collectors.joining(",")));
        Set<UUID> named = ids.stream().flatMap(Set::stream).collect(Collectors.toSet());
        named.remove(group.self());
        List<OrderDesk.Answer> others = orders.order(KIND, words, named, PATIENCE);
        if (cutOff.isEmpty() && others.stream().noneMatch(answer -> answer.outcome() == OrderDesk.Outcome.DONE))
            throw new SessionException(
                    "Nothing is cut: you are on no side, and nobody named allows others to make faults"
                            + " ('set allow-remote-faults on' does, there).");
        return new Partitioned(cutOff, others);
    }

    private List<Set<UUID>> resolved(List<List<String>> sides) throws SessionException {
        if (sides.size() < 2 || sides.stream().anyMatch(List::isEmpty))
            throw new SessionException(
                    "A partition has at least two sides with members on each: put | between them, as in alice,bob | carol.");
        Set<UUID> named = new HashSet<>();
        List<Set<UUID>> resolved = new ArrayList<>();
        for (List<String> side : sides) {
            Set<UUID> ids = new HashSet<>();
            for (String name : side) {
                UUID member = met.named(name)
                        .orElseThrow(() -> new SessionException("There is no member '%s'; there are %s."
                                .formatted(name, String.join(", ", met.names()))));
                if (!named.add(member))
                    throw new SessionException("%s is named twice: put each member on one side.".formatted(name));
                ids.add(member);
            }
            resolved.add(ids);
        }
        return resolved;
    }

    /** Ends all faults here and at all that allow it, those beyond a partition of this peer's included. */
    public Healed heal() throws SessionException {
        Optional<Group> group = connection.group().filter(Group::connected);
        List<OrderDesk.Answer> others = new ArrayList<>();
        if (group.isPresent()) {
            Set<UUID> all = new HashSet<>(group.get().faults().partitionedFrom());
            group.get().membership().members().forEach(member -> all.add(member.id()));
            all.remove(group.get().self());
            others.addAll(orders.order(KIND, List.of(HEAL), all, PATIENCE));
        }
        return new Healed(desk.heal(), others);
    }

    private String obey(String from, List<String> words) throws SessionException {
        if (!permissions.faults())
            throw new SessionException("Faults ordered by others are not allowed here: set allow-remote-faults on.");
        String what = words.isEmpty() ? "" : words.get(0);
        return switch (what) {
            case PARTITION -> cut(words.subList(1, words.size()));
            case HEAL -> mend();
            default -> throw new SessionException("This peer knows no such order: update it.");
        };
    }

    private String cut(List<String> sides) throws SessionException {
        List<Set<UUID>> ids = new ArrayList<>();
        try {
            for (String side : sides) {
                Set<UUID> members = new HashSet<>();
                for (String id : side.split(",", -1)) members.add(UUID.fromString(id));
                ids.add(members);
            }
        } catch (IllegalArgumentException e) {
            throw new SessionException("This is no partition.", e);
        }
        List<String> cutOff = desk.partition(ids);
        return cutOff.isEmpty() ? "On no side, so nothing is changed" : "Cut off from " + String.join(", ", cutOff);
    }

    private String mend() {
        List<ActiveFault> healed = desk.heal();
        return healed.isEmpty()
                ? "There was no fault to heal"
                : "Healed: "
                        + healed.stream()
                                .map(fault -> fault.kind() + " " + fault.what())
                                .collect(Collectors.joining("; "));
    }
}
