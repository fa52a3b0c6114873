package dev.parley.console.script;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What scripts wait for: who is there, and what others have said since the last time one waited for it. Hears the session on
 * its thread; commands wait on the console's.
 */
public final class SessionWatch implements SessionListener {
    private static final int MOST_MESSAGES = 10_000;
    private final Deque<ChatMessage> unread = new ArrayDeque<>();
    private final Deque<ChatMessage> all = new ArrayDeque<>();
    private Roster roster = Roster.EMPTY;
    private SessionState state = SessionState.LEFT;

    /** Waits until there are exactly so many members; the roster at the end, whether it holds or not. */
    synchronized Roster awaitMembers(int count, Duration timeout) throws InterruptedException {
        return awaitRoster(now -> now.entries().size() == count, timeout);
    }

    /** Waits until this holds of the roster; the roster at the end, whether it holds or not. */
    synchronized Roster awaitRoster(Predicate<Roster> condition, Duration timeout) throws InterruptedException {
        await(timeout, () -> Optional.of(roster).filter(condition));
        return roster;
    }

    /** Waits until this holds of the state; the state at the end, whether it holds or not. */
    synchronized SessionState awaitState(Predicate<SessionState> condition, Duration timeout)
            throws InterruptedException {
        await(timeout, () -> Optional.of(state).filter(condition));
        return state;
    }

    /** Waits for a message with this text, which then and with all before it counts as read. */
    synchronized Optional<ChatMessage> awaitMessage(String text, Duration timeout) throws InterruptedException {
        return await(timeout, () -> readUpTo(text));
    }

    /** Waits for a message with this text among all that came since the start, and leaves it there. */
    synchronized Optional<ChatMessage> awaitAnyMessage(String text, Duration timeout) throws InterruptedException {
        return await(
                timeout,
                () -> all.stream()
                        .filter(message -> message.text().contains(text))
                        .findFirst());
    }

    /** What was said last, by anybody. */
    synchronized Optional<ChatMessage> last() {
        return Optional.ofNullable(all.peekLast());
    }

    /** What was said since the last message that was waited for, oldest first. */
    synchronized List<ChatMessage> unread() {
        return List.copyOf(unread);
    }

    @Override
    public synchronized void stateChanged(SessionEvent.StateChanged event) {
        state = event.state();
        if (state == SessionState.LEFT || state == SessionState.JOINING) roster = Roster.EMPTY;
        notifyAll();
    }

    @Override
    public synchronized void viewShown(SessionEvent.ViewShown event) {
        roster = event.roster();
        notifyAll();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // who takes part in the chat changes nothing in who is there
    }

    @Override
    public synchronized void messagesAdded(SessionEvent.MessagesAdded event) {
        for (ChatMessage message : event.messages()) {
            all.addLast(message);
            if (!message.self()) unread.addLast(message);
        }
        while (all.size() > MOST_MESSAGES) all.removeFirst();
        while (unread.size() > MOST_MESSAGES) unread.removeFirst();
        notifyAll();
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        // nothing to wait for
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        // nothing to wait for
    }

    private Optional<ChatMessage> readUpTo(String text) {
        Optional<ChatMessage> found =
                unread.stream().filter(message -> message.text().contains(text)).findFirst();
        found.ifPresent(message -> {
            while (!unread.removeFirst().id().equals(message.id())) {
                // all before it count as read
            }
        });
        return found;
    }

    private <T> Optional<T> await(Duration timeout, Supplier<Optional<T>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<T> held = condition.get();
        for (long left = timeout.toNanos(); held.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            held = condition.get();
        }
        return held;
    }
}
