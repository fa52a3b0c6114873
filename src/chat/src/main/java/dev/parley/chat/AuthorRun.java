package dev.parley.chat;

import java.util.Comparator;
import java.util.UUID;

/** One author in one run of its program: the space in which messages are numbered without gaps. */
record AuthorRun(UUID author, long incarnation) implements Comparable<AuthorRun> {
    private static final Comparator<AuthorRun> ORDER =
            Comparator.comparing(AuthorRun::author).thenComparingLong(AuthorRun::incarnation);

    @Override
    public int compareTo(AuthorRun other) {
        return ORDER.compare(this, other);
    }
}
