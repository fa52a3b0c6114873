package dev.parley.desktop.status;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.MessageId;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.chat.Stamp;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a session would tell. */
final class Events {
    static final InetSocketAddress ADDRESS = new InetSocketAddress("192.168.1.20", 7800);

    private Events() {}

    static SessionEvent.StateChanged state(SessionState state) {
        return state(state, "lobby");
    }

    static SessionEvent.StateChanged state(SessionState state, String room) {
        return new SessionEvent.StateChanged(
                state, new RoomName(room), "ann", state == SessionState.LEFT ? Optional.empty() : Optional.of(ADDRESS));
    }

    static SessionEvent.MessagesAdded messages(int count, boolean own) {
        ChatMessage message = new ChatMessage(
                new MessageId(new UUID(0, 1), 1, 1, false),
                "bob",
                own,
                ChatMessage.Kind.TEXT,
                Optional.empty(),
                "hello",
                Instant.EPOCH,
                new Stamp(1, 0),
                false);
        return new SessionEvent.MessagesAdded(RoomName.LOBBY, Collections.nCopies(count, message));
    }

    static SessionEvent.NoticeGiven notice(SessionEvent.Level level, String text) {
        return new SessionEvent.NoticeGiven(level, text);
    }

    static Notice troubled(String cause, Notice.Action... actions) {
        return new Notice(Notice.Kind.TROUBLE, cause, "", List.of(actions));
    }
}
