package dev.parley.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries of a log for tests. */
final class Entries {
    static final AuthorRun ALICE = new AuthorRun(new UUID(1, 1), 1);
    static final AuthorRun BOB = new AuthorRun(new UUID(2, 2), 5);

    /** Its first byte is greater than that of any other here, and negative as a number. */
    static final AuthorRun ZOE = new AuthorRun(new UUID(-1, 3), 1);

    private Entries() {}

    static LogEntry said(AuthorRun run, long number, long millis) {
        return said(run, number, millis, "text " + number);
    }

    static LogEntry said(AuthorRun run, long number, long millis, String text) {
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), number, false),
                ChatMessage.Kind.TEXT,
                new Stamp(millis, -1),
                millis,
                millis + 1,
                "name",
                Optional.empty(),
                text);
    }

    static LogEntry told(AuthorRun run, long number, long millis) {
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), number, true),
                ChatMessage.Kind.DIRECT,
                new Stamp(millis, -1),
                millis,
                millis,
                "name",
                Optional.of("you"),
                "told " + number);
    }

    /** Entries whose clock is their number. */
    static List<LogEntry> many(AuthorRun run, long from, long to, String text) {
        List<LogEntry> entries = new ArrayList<>();
        for (long number = from; number <= to; number++) entries.add(said(run, number, number, text));
        return entries;
    }

    static List<Long> numbers(List<LogEntry> entries) {
        return entries.stream().map(entry -> entry.id().number()).toList();
    }
}
