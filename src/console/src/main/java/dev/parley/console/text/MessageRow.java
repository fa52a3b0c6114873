package dev.parley.console.text;

import dev.parley.chat.ChatMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A message as data, with the keys that programs know it by. */
public final class MessageRow {
    private MessageRow() {}

    /** {@code id, from, self, text, time, clock, kind, to, late} in this order; {@code to} may be null. */
    public static Map<String, Object> of(ChatMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id().toString());
        row.put("from", message.from());
        row.put("self", message.self());
        row.put("text", message.text());
        row.put("time", Times.UTC.of(message.time()));
        row.put("clock", message.clock().toString());
        row.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        row.put("to", message.to().orElse(null));
        row.put("late", message.late());
        return Collections.unmodifiableMap(row);
    }
}
