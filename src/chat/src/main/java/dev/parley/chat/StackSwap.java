package dev.parley.chat;

import dev.parley.chat.Connection.Configuration;
import dev.parley.chat.Connection.LocalNode;
import dev.parley.group.Group;
import dev.parley.group.StackFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Leaves a group and comes back with another stack. Blocks; called from command threads. */
final class StackSwap {
    private final Connection connection;
    private final Stay stay;

    StackSwap(Connection connection, Stay stay) {
        this.connection = connection;
        this.stay = stay;
    }

    /**
     * With the old stack if the other does not start; how that went is told, as the caller gets no report of it. Without a
     * group, takes it for the next one.
     *
     * @return how the way back went; empty if there was no group to leave
     */
    Optional<JoinReport> to(StackFile stack) throws SessionException {
        synchronized (connection) {
            Configuration before = connection.configuration();
            Configuration next = before.with(stack);
            connection.tryOut(next);
            if (connection.group().filter(Group::connected).isEmpty()) {
                connection.leave(Duration.ZERO);
                connection.reconfigure(next);
                return Optional.empty();
            }
            boolean takingPart = stay.takingPart();
            tell("Leaving %s to come back with the stack %s.".formatted(before.room(), stack.name()));
            connection.leave(Session.LEAVE_TIMEOUT);
            try {
                return Optional.of(comeBack(next, takingPart));
            } catch (SessionException e) {
                tell(comeBack(before, takingPart).summary());
                throw new SessionException(
                        "%s does not start here, so this peer is back with %s: %s"
                                .formatted(stack.name(), before.stack().name(), e.getMessage()),
                        e);
            }
        }
    }

    private JoinReport comeBack(Configuration with, boolean takingPart) throws SessionException {
        connection.reconfigure(with);
        LocalNode node = connection.create();
        tell("Joining %s from %s with the stack %s."
                .formatted(
                        with.room(),
                        Addresses.text(node.address()),
                        with.stack().name()));
        stay.takePart(takingPart);
        return connection.connect(List.of());
    }

    private void tell(String text) {
        stay.tell(new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, text));
    }
}
