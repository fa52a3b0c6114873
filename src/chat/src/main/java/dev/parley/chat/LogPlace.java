package dev.parley.chat;

/** A place in a room's log; no two entries have the same. */
record LogPlace(Stamp clock, MessageId id) implements Comparable<LogPlace> {
    @Override
    public int compareTo(LogPlace other) {
        int byClock = clock.compareTo(other.clock);
        return byClock != 0 ? byClock : id.compareTo(other.id);
    }
}
