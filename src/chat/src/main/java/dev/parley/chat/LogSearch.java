package dev.parley.chat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A query made ready for the log: folded words, and the identities of the members shown under the name asked for. Immutable.
 */
final class LogSearch {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final List<String> words;
    private final String from;
    private final Set<UUID> authors;
    private final long fromMillis;
    private final long toMillis;

    /** @param authors who are shown under the name that the query asks for */
    LogSearch(SearchQuery query, Set<UUID> authors) {
        this.words = query.words().stream().map(LogSearch::fold).toList();
        this.from = query.from().map(LogSearch::fold).orElse("");
        this.authors = Set.copyOf(authors);
        this.fromMillis = query.after().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        this.toMillis = query.before().map(time -> time.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
    }

    /** The words, folded. */
    List<String> words() {
        return words;
    }

    boolean asksForAuthor() {
        return !from.isEmpty();
    }

    /** The earliest shown time, milliseconds since 1970. */
    long fromMillis() {
        return fromMillis;
    }

    /** The latest shown time, milliseconds since 1970. */
    long toMillis() {
        return toMillis;
    }

    boolean finds(LogEntry entry) {
        return entry.shownMillis() >= fromMillis
                && entry.shownMillis() <= toMillis
                && hasWords(entry.text())
                && mayBeFrom(entry.name(), entry.id().author());
    }

    /** Whether one of that name and identity is looked for. */
    boolean mayBeFrom(String name, UUID author) {
        return from.isEmpty() || authors.contains(author) || fold(name).equals(from);
    }

    boolean hasWords(String text) {
        if (words.isEmpty()) return true;
        String folded = fold(text);
        return words.stream().allMatch(folded::contains);
    }

    /**
     * A text in which upper and lower case are alike, character by character in every script as
     * {@link String#equalsIgnoreCase} compares; without U+0000, at which the search index would stop reading.
     */
    static String fold(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++)
            if (text.charAt(at) == 0 || text.charAt(at) >= FIRST_BEYOND_ASCII) return false;
        return true;
    }

    private static String foldAny(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (character == 0) folded.append('\uFFFD');
            else folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(character)));
        }
        return folded.toString();
    }
}
