package dev.parley.group.faults;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A fault on purpose at one member. Messages are counted as the transport has them: those of the protocols too.
 *
 * @param direction of messages as seen from the member that makes the fault
 * @param member on the way from or to whom; empty for everybody's, each member's way for itself
 * @param seed decides which messages are hit: on a way that carries the same messages, the same
 */
public record Fault(Effect effect, Direction direction, Optional<UUID> member, long seed) {
    /** Which way messages go. */
    public enum Direction {
        IN,
        OUT
    }

    public Fault {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(member, "member");
    }

    /** Whether both cannot be at once: one kind of fault on one way. */
    boolean excludes(Fault other) {
        return effect.getClass() == other.effect.getClass()
                && direction == other.direction
                && member.equals(other.member);
    }

    /**
     * A fault and what it has done so far.
     *
     * @param seen messages that came its way
     * @param hit those of them that it did something to
     */
    public record Report(Fault fault, long seen, long hit) {}
}
