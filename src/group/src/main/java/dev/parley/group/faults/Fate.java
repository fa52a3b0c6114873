package dev.parley.group.faults;

/**
 * What becomes of one message.
 *
 * @param copies how often it arrives; 0 if it is lost
 * @param dueNanos when, by {@link System#nanoTime}, if it waits
 * @param waits whether it is held up at all
 * @param queued whether those behind it wait for it
 */
record Fate(int copies, long dueNanos, boolean waits, boolean queued) {
    static final Fate LOST = new Fate(0, 0, false, false);
    static final Fate UNTOUCHED = new Fate(1, 0, false, false);

    boolean untouched() {
        return copies == 1 && !waits;
    }
}
