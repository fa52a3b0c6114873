package dev.parley.chat;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What to look for in a room's log: everything named here must hold.
 *
 * @param words texts that occur in the message, also inside words, upper and lower case alike
 * @param from the author's name, as shown now or as it was then
 * @param after said then or later
 * @param before said earlier
 */
public record SearchQuery(
        List<String> words, Optional<String> from, Optional<Instant> after, Optional<Instant> before) {
    private static final List<String> KEYS = List.of("from", "after", "before");

    public SearchQuery {
        words = List.copyOf(words);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(before, "before");
    }

    /** {@link #parse(String, Clock)} by the clock and the time zone of this machine. */
    public static SearchQuery parse(String text) throws SessionException {
        return parse(text, Clock.system(ZoneId.systemDefault()));
    }

    /**
     * Reads words, {@code "phrases"}, {@code from:name}, {@code before:} and {@code after:} with a day, a day and a time, or a
     * time of today; quotation marks also make a word of what looks like one of these.
     *
     * @throws SessionException with one sentence that says what is wrong with it
     */
    public static SearchQuery parse(String text, Clock clock) throws SessionException {
        List<String> words = new ArrayList<>();
        Optional<String> from = Optional.empty();
        Optional<Instant> after = Optional.empty();
        Optional<Instant> before = Optional.empty();
        for (Term term : terms(text)) {
            switch (term.key()) {
                case "from" -> from = Optional.of(once(from, term));
                case "after" -> after = Optional.of(moment(once(after, term), term, clock));
                case "before" -> before = Optional.of(moment(once(before, term), term, clock));
                default -> words.add(term.value());
            }
        }
        if (words.isEmpty() && from.isEmpty() && after.isEmpty() && before.isEmpty())
            throw new SessionException("There is nothing to look for: type words after search.");
        return new SearchQuery(words, from, after, before);
    }

    private record Term(String key, String value) {}

    private static List<Term> terms(String text) throws SessionException {
        List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            String key = keyAt(text, at);
            if (!key.isEmpty()) at += key.length() + 1;
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            int start = quoted ? at + 1 : at;
            int end = quoted ? text.indexOf('"', start) : endOfWord(text, start);
            if (end < 0)
                throw new SessionException("The phrase that begins with %s has no second quotation mark: add it."
                        .formatted(text.substring(at, Math.min(text.length(), at + 20))));
            String value = text.substring(start, end);
            if (!key.isEmpty() && value.isBlank())
                throw new SessionException(key + ": needs something after it, without a space.");
            if (!value.isBlank()) terms.add(new Term(key, value));
            at = quoted ? end + 1 : end;
        }
        return terms;
    }

    private static String keyAt(String text, int at) {
        for (String key : KEYS) if (text.regionMatches(true, at, key + ":", 0, key.length() + 1)) return key;
        return "";
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end))) end++;
        return end;
    }

    /** Spaces of all scripts, the wide one of Chinese and Japanese input among them. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String once(Optional<?> there, Term term) throws SessionException {
        if (there.isPresent())
            throw new SessionException(
                    "%s: is there twice, which no message can meet: leave one out.".formatted(term.key()));
        return term.value();
    }

    private static Instant moment(String value, Term term, Clock clock) throws SessionException {
        try {
            LocalDateTime time;
            if (value.toUpperCase(Locale.ROOT).indexOf('T') >= 0)
                time = LocalDateTime.parse(value.toUpperCase(Locale.ROOT));
            else if (value.indexOf(':') >= 0) time = LocalDate.now(clock).atTime(LocalTime.parse(value));
            else time = LocalDate.parse(value).atStartOfDay();
            return time.atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new SessionException(
                    "%s:%s is no time: write a day such as 2026-11-22, with a time 2026-11-22T10:30, or a time of today such as 10:30."
                            .formatted(term.key(), value),
                    e);
        }
    }
}
