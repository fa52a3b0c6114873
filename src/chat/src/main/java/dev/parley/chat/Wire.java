package dev.parley.chat;

import dev.parley.group.Group;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The way out to the group of the moment; what is sent while there is none is dropped. Confined to the session thread. */
final class Wire {
    private final Outbox outbox;
    private Optional<Group> group = Optional.empty();

    Wire(Outbox outbox) {
        this.outbox = outbox;
    }

    Optional<Group> group() {
        return group;
    }

    void attach(Group current) {
        group = Optional.of(current);
    }

    void detach() {
        group = Optional.empty();
    }

    void multicast(WireMessage message) {
        group.ifPresent(current -> outbox.multicast(current, message));
    }

    void send(UUID member, WireMessage message) {
        group.ifPresent(current -> outbox.send(current, member, message));
    }

    /** The same; {@code afterwards} runs on the sending thread once it has been sent, or at once if there is no group. */
    void send(UUID member, WireMessage message, Runnable afterwards) {
        group.ifPresentOrElse(current -> outbox.send(current, member, message, afterwards), afterwards);
    }

    /** The same to a member on another side of a partition, past all faults; it may be lost. */
    void whisper(UUID member, WireMessage message, Runnable afterwards) {
        group.ifPresentOrElse(current -> outbox.whisper(current, member, message, afterwards), afterwards);
    }

    /** Whether a member is cut off by a partition made at this peer. */
    boolean cutOff(UUID member) {
        return group.filter(current -> current.faults().partitionedFrom().contains(member))
                .isPresent();
    }

    /** Sends what a command has room for in the outbox; gives the room back if there is no group. */
    void sendInRoom(Optional<UUID> member, WireMessage message, int cost) {
        group.ifPresentOrElse(
                current -> outbox.sendInRoom(current, member, message, cost), () -> outbox.releaseRoom(cost));
    }

    /** The same with what was said. */
    void sayInRoom(Optional<UUID> member, List<LogEntry> entries) {
        group.ifPresentOrElse(
                current -> outbox.sayInRoom(current, member, entries),
                () -> entries.forEach(entry -> outbox.releaseRoom(Outbox.cost(entry.text()))));
    }
}
