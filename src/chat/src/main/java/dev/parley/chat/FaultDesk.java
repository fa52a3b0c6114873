package dev.parley.chat;

import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.faults.Effect;
import dev.parley.group.faults.Fault;
import dev.parley.group.faults.Fault.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Faults on purpose at this peer, to experiment with; none outlives the stay in the group. All methods may block; called from
 * command threads.
 */
public final class FaultDesk {
    private final Connection connection;
    private final MetMembers met;
    private final Timeline timeline;
    private Optional<Partition> partition = Optional.empty();

    FaultDesk(Connection connection, MetMembers met, Timeline timeline) {
        this.connection = connection;
        this.met = met;
        this.timeline = timeline;
    }

    private record Partition(Group group, String sides) {}

    /** A fault that was just made. */
    public record Made(String sentence, ActiveFault fault) {}

    /**
     * Makes a fault of one kind on one way, in place of an earlier one.
     *
     * @param name the shown name of the member that messages come from or go to; empty for everybody
     * @param seed see {@link Fault}
     */
    public synchronized Made make(Effect effect, Direction direction, Optional<String> name, long seed)
            throws SessionException {
        Group group = connection.neededConnected();
        Optional<UUID> member = name.isPresent() ? Optional.of(other(group, name.get())) : Optional.empty();
        Fault fault = new Fault(effect, direction, member, seed);
        try {
            group.faults().make(fault);
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
        Made made = new Made(FaultWords.sentence(fault, name), active(new Fault.Report(fault, 0, 0)));
        note(made.sentence(), made.fault());
        return made;
    }

    private UUID other(Group group, String name) throws SessionException {
        UUID member = met.named(name)
                .orElseThrow(() -> new SessionException(
                        "There is no member '%s'; there are %s.".formatted(name, String.join(", ", met.names()))));
        if (member.equals(group.self()))
            throw new SessionException("That is yourself: name another member, or none for everybody.");
        return member;
    }

    private void note(String sentence, ActiveFault fault) {
        timeline.add("fault", sentence, Map.of("fault", fault.kind(), "what", fault.what()));
    }

    /**
     * Drops from now on whatever comes from and goes to the members on other sides than this peer's. Who is on no side is not
     * affected. Replaces an earlier partition; nothing is changed if this peer is on no side.
     *
     * @return the names of those cut off; empty if this peer is on no side
     */
    synchronized List<String> partition(List<Set<UUID>> sides) throws SessionException {
        Group group = connection.neededConnected();
        if (sides.stream().noneMatch(side -> side.contains(group.self()))) return List.of();
        Set<UUID> cutOff = sides.stream()
                .filter(side -> !side.contains(group.self()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        try {
            group.faults().partitionFrom(cutOff);
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
        String text = sides.stream()
                .map(this::names)
                .map(names -> String.join(",", names))
                .collect(Collectors.joining(" | "));
        partition = Optional.of(new Partition(group, text));
        List<String> names = names(cutOff);
        note("Cut off from " + String.join(", ", names), new ActiveFault("partition", text, 0, 0, 0));
        return names;
    }

    private List<String> names(Set<UUID> members) {
        return members.stream().map(met::nameOf).sorted().toList();
    }

    /** Ends all faults of this peer. Returns those that there were. */
    synchronized List<ActiveFault> heal() {
        List<ActiveFault> healed = active();
        connection.group().ifPresent(group -> group.faults().heal());
        partition = Optional.empty();
        for (ActiveFault fault : healed) note("Healed: %s %s".formatted(fault.kind(), fault.what()), fault);
        return healed;
    }

    /** The faults that last at this peer. */
    public synchronized List<ActiveFault> active() {
        Optional<Group> group = connection.group().filter(Group::connected);
        List<ActiveFault> active = new ArrayList<>();
        partition.filter(cut -> group.isPresent() && cut.group() == group.get()).ifPresent(cut -> {
            long dropped = cut.group().faults().dropped();
            active.add(new ActiveFault("partition", cut.sides(), dropped, dropped, dropped));
        });
        group.ifPresent(current -> current.faults().reports().forEach(report -> active.add(active(report))));
        return active;
    }

    private ActiveFault active(Fault.Report report) {
        Fault fault = report.fault();
        Effect effect = fault.effect();
        boolean loses = effect instanceof Effect.Drop || effect instanceof Effect.Corrupt;
        return new ActiveFault(
                FaultWords.kind(effect),
                FaultWords.what(fault, fault.member().map(met::nameOf)),
                report.seen(),
                report.hit(),
                loses ? report.hit() : 0);
    }
}
