package dev.parley.console.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a moment is written. */
public final class Times {
    /** For programs: {@code 2026-11-22T10:11:12.123Z}. */
    public static final Times UTC = new Times(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC));

    private final DateTimeFormatter form;

    /** Messages come in bursts, and those of a burst have been said at the same moment. */
    private volatile Written last = new Written(Instant.MIN, "");

    private record Written(Instant time, String text) {}

    private Times(DateTimeFormatter form) {
        this.form = form;
    }

    /** For people, by the clocks of this zone: {@code Nov 22 10:11:12.123}. */
    public static Times local(ZoneId zone) {
        return new Times(DateTimeFormatter.ofPattern("MMM d HH:mm:ss.SSS", Locale.ENGLISH)
                .withZone(zone));
    }

    public String of(Instant time) {
        Written known = last;
        if (known.time.equals(time)) return known.text;
        String text = form.format(time);
        last = new Written(time, text);
        return text;
    }
}
