package dev.parley.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands here until the real one lands: remembers what was said. */
public final class Chat {
    public final List<ChatMessage> said = new CopyOnWriteArrayList<>();
    private final Session session;

    Chat(Session session) {
        this.session = session;
    }

    public static ChatMessage message(long number, String from, String text) {
        return new ChatMessage(
                new MessageId(new UUID(0, from.hashCode()), 1, number, false),
                from,
                from.equals("alice"),
                ChatMessage.Kind.TEXT,
                Optional.empty(),
                text,
                Instant.parse("2026-11-22T10:11:12.123Z"),
                new Stamp(number, 0),
                false);
    }

    public void join() throws SessionException {}

    public void leave() throws SessionException {}

    public List<Roster.Entry> members() {
        return session.roster().entries();
    }

    public Duration ping(String shownName, Duration timeout) throws SessionException {
        if (session.roster().named(shownName).isEmpty())
            throw new SessionException("There is no chat member '" + shownName + "'.");
        return Duration.ofNanos(812_345);
    }

    public ChatMessage say(String text) throws SessionException {
        ChatMessage message = message(said.size() + 1L, "alice", text);
        said.add(message);
        session.emit(new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(message)));
        return message;
    }

    public ChatMessage act(String text) throws SessionException {
        return say(text);
    }

    public ChatMessage tell(String shownName, String text) throws SessionException {
        return say(shownName + ":" + text);
    }

    public List<ChatMessage> history(int n) throws SessionException {
        return said.subList(Math.max(0, said.size() - n), said.size());
    }
}
