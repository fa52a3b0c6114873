package dev.parley.chat;

import java.util.Objects;

/**
 * A fault made on purpose that lasts at this peer.
 *
 * @param kind its name in commands, for example {@code partition}
 * @param what its particulars as one would type them
 * @param seen how many messages came its way up to now; of a partition those that it dropped
 * @param hit how many of them it did something to
 * @param lost how many of them it has lost
 */
public record ActiveFault(String kind, String what, long seen, long hit, long lost) {
    public ActiveFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(what, "what");
    }
}
