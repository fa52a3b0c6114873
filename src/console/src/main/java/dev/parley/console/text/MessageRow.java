package dev.parley.console.text;

import dev.parley.chat.ChatMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A message as data, with the keys that programs know it by. */
public final class MessageRow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private MessageRow() {}

    /** {@code id, from, self, text, time, clock, kind, to, late} in this order; {@code to} may be null. */
    public static Map<String, Object> of(ChatMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id().toString());
        row.put("from", message.from());
        row.put("self", message.self());
        row.put("text", message.text());
        row.put("time", TIME.format(message.time()));
        row.put("clock", message.clock().toString());
        row.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        row.put("to", message.to().orElse(null));
        row.put("late", message.late());
        return Collections.unmodifiableMap(row);
    }
}
