package dev.parley.desktop;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.MessageId;
import dev.parley.chat.Stamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Chat messages that nobody sent. */
final class Messages {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Messages() {}

    static ChatMessage from(String name, String text) {
        return message(name, text, false, false);
    }

    static ChatMessage own(String text) {
        return message("ann", text, true, false);
    }

    static ChatMessage late(String text) {
        return message("bob", text, false, true);
    }

    private static ChatMessage message(String name, String text, boolean self, boolean late) {
        return new ChatMessage(
                new MessageId(UUID.nameUUIDFromBytes(new byte[] {1}), 1, 1, false),
                name,
                self,
                ChatMessage.Kind.TEXT,
                Optional.empty(),
                text,
                NOON,
                Stamp.ZERO,
                late);
    }
}
