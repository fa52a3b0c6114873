package dev.parley.chat;

/**
 * Whether and how much of what is said in a room is kept.
 *
 * @param kept whether it is written to a file; if not, the latest messages stay in memory as long as the session runs
 * @param megabytes the most that a room's messages take in their file, in units of 2^20 bytes; the search index adds about
 *     half of that again
 */
public record HistorySettings(boolean kept, int megabytes) {
    /** Some four million messages a room: generous, and still nothing that fills a disk. */
    public static final HistorySettings USUAL = new HistorySettings(true, 1_000);

    public HistorySettings {
        if (megabytes < 1) throw new IllegalArgumentException("A history of " + megabytes + " MB holds nothing");
    }

    /** Nothing is written. */
    public static HistorySettings inMemory() {
        return new HistorySettings(false, USUAL.megabytes);
    }
}
