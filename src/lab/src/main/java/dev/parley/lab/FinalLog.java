package dev.parley.lab;

import java.util.List;

/**
 * A peer's log as {@code history} tells it at the end, oldest first.
 *
 * @param entries direct messages too
 * @param unreadable rows that are no messages
 * @param cut whether more was there than was asked for
 */
public record FinalLog(List<Said> entries, List<String> unreadable, boolean cut) {
    public FinalLog {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    /** A log that was read to its beginning. */
    public static FinalLog of(List<Said> entries) {
        return new FinalLog(entries, List.of(), false);
    }
}
