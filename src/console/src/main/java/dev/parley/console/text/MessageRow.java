package dev.parley.console.text;

import dev.parley.chat.ChatMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** A message as data, with the keys that programs know it by. */
public final class MessageRow {
    private MessageRow() {}

    /** As {@link #give} gives it. */
    public static Map<String, Object> of(ChatMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        give(message, row::put);
        return Collections.unmodifiableMap(row);
    }

    /** Gives {@code id, from, self, text, time, clock, kind, to, late} in this order; {@code to} may be null. */
    public static void give(ChatMessage message, BiConsumer<String, Object> to) {
        to.accept("id", message.id().toString());
        to.accept("from", message.from());
        to.accept("self", message.self());
        to.accept("text", message.text());
        to.accept("time", Times.UTC.of(message.time()));
        to.accept("clock", message.clock().toString());
        to.accept("kind", message.kind().name().toLowerCase(Locale.ROOT));
        to.accept("to", message.to().orElse(null));
        to.accept("late", message.late());
    }
}
