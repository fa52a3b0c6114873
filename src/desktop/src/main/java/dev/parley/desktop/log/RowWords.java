package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.HarmlessText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows in words: their times and days, what is read aloud, what is copied. Immutable. */
final class RowWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final Clock clock;

    RowWords(Clock clock) {
        this.clock = clock;
    }

    String hour(Instant time) {
        return HOUR.format(time.atZone(clock.getZone()));
    }

    /** For example {@code Today, 22 November}. */
    String day(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) return "Today, " + DAY.format(day);
        if (day.equals(today.minusDays(1))) return "Yesterday, " + DAY.format(day);
        return (day.getYear() == today.getYear() ? WEEKDAY : YEAR).format(day);
    }

    /** Day and hour, for example {@code 22 November, 09:41}; of another year with its number. */
    String moment(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, clock.getZone());
        int year = day.getYear();
        String date = DAY.format(day) + (year == LocalDate.now(clock).getYear() ? "" : " " + year);
        return date + ", " + hour(time);
    }

    /** A fold's time, for example {@code 09:41 – 09:44}. */
    String hours(SystemRow row) {
        String first = hour(row.time());
        String last = hour(row.lastTime());
        return first.equals(last) ? first : first + " – " + last;
    }

    /** What a screen reader says. */
    String spoken(LogRow row) {
        if (row instanceof SystemRow system) return spoken(system);
        MessageRow said = (MessageRow) row;
        ChatMessage message = said.message();
        StringBuilder spoken = new StringBuilder(ShownText.name(message.from()));
        if (message.self()) spoken.append(", you");
        if (message.kind() == ChatMessage.Kind.DIRECT) spoken.append(", ").append(privately(message));
        if (said.late()) spoken.append(", late");
        return spoken.append(", ")
                .append(hour(message.time()))
                .append(", ")
                .append(MessageContent.of(message.text(), OwnName.NONE, false).source())
                .toString();
    }

    private String spoken(SystemRow row) {
        String spoken = row.summary() + ", " + hours(row);
        if (!row.isFold()) return spoken;
        if (!row.unfolded()) return spoken + ", folded";
        return row.lines().stream()
                .map(line -> line.text() + ", " + hour(line.time()))
                .collect(Collectors.joining("; "));
    }

    /** Between whom a private message went. */
    String privately(ChatMessage message) {
        return "private to "
                + (message.self() ? message.to().map(ShownText::name).orElse("somebody") : "you");
    }

    /** Rows as chat lines, oldest first. */
    String chatLines(List<LogRow> rows) {
        ChatLine form = new ChatLine(clock.getZone());
        return rows.stream().map(row -> chatLine(form, row)).collect(Collectors.joining("\n"));
    }

    private String chatLine(ChatLine form, LogRow row) {
        if (row instanceof MessageRow message)
            return form.head(message.message()) + " " + String.join("\n", form.body(message.message()));
        return "* " + plain(row);
    }

    /** What one row says, without who and when. */
    String plain(LogRow row) {
        if (row instanceof MessageRow message)
            return String.join("\n", HarmlessText.lines(message.message().text()));
        return ((SystemRow) row).summary();
    }
}
