package dev.parley.chat;

import java.util.Optional;

/**
 * A message as it is stored and travels; receivers never alter what travels.
 *
 * @param sentMillis the author's wall clock, milliseconds since 1970
 * @param shownMillis the time shown here: {@code sentMillis}, or when it arrived if that is not to be believed; stays here
 * @param name what the author called itself
 * @param to the shown name of the one it was for, known only at the author's and the receiver's side of a direct message
 */
record LogEntry(
        MessageId id,
        ChatMessage.Kind kind,
        Stamp clock,
        long sentMillis,
        long shownMillis,
        String name,
        Optional<String> to,
        String text)
        implements Comparable<LogEntry> {
    AuthorRun run() {
        return new AuthorRun(id.author(), id.incarnation());
    }

    /** Whether it is the next that its author said to everybody. */
    boolean follows(LogEntry before) {
        return id.number() == before.id.number() + 1 && !id.direct() && !before.id.direct() && sameRun(before);
    }

    boolean sameRun(LogEntry other) {
        return id.incarnation() == other.id.incarnation() && id.author().equals(other.id.author());
    }

    @Override
    public int compareTo(LogEntry other) {
        int byClock = clock.compareTo(other.clock);
        return byClock != 0 ? byClock : id.compareTo(other.id);
    }
}
