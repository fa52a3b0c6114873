package dev.parley.console.log;

import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** Something that the program has logged. */
record LogLine(Instant time, String level, String logger, String thread, String text) {
    String forPeople() {
        return "%s %-5s [%s] %s: %s"
                .formatted(
                        Times.local(ZoneId.systemDefault()).of(time),
                        level,
                        thread,
                        logger.substring(logger.lastIndexOf('.') + 1),
                        HarmlessText.line(text));
    }

    Map<String, Object> row() {
        return Reply.row(
                "time", Times.UTC.of(time),
                "level", level.toLowerCase(Locale.ROOT),
                "logger", logger,
                "thread", thread,
                "text", text);
    }
}
