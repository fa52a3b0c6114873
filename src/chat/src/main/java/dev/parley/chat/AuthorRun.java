package dev.parley.chat;

import java.util.Comparator;
import java.util.UUID;

/** One author in one run of its program: the space in which messages are numbered without gaps. */
record AuthorRun(UUID author, long incarnation) implements Comparable<AuthorRun> {
    /** By the bytes of the identity, as stores compare them; {@link UUID#compareTo} takes them for signed numbers. */
    static final Comparator<UUID> AUTHORS = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private static final Comparator<AuthorRun> ORDER =
            Comparator.comparing(AuthorRun::author, AUTHORS).thenComparingLong(AuthorRun::incarnation);

    @Override
    public int compareTo(AuthorRun other) {
        return ORDER.compare(this, other);
    }
}
