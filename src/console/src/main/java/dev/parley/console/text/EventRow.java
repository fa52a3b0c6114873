package dev.parley.console.text;

import dev.parley.chat.Timeline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event of the timeline as data, with the keys that programs know it by. */
public final class EventRow {
    private EventRow() {}

    /** {@code time, kind, text, details} in this order. */
    public static Map<String, Object> of(Timeline.Entry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time", Times.UTC.of(entry.time()));
        row.put("kind", entry.kind());
        row.put("text", entry.text());
        row.put("details", entry.details());
        return Collections.unmodifiableMap(row);
    }
}
