package dev.parley.desktop.log;

/**
 * How a row stands among its neighbours.
 *
 * @param day what the day is called if a new one begins with this row, else empty
 * @param unread whether the unread line stands above it
 * @param groupStart whether it shows who speaks, or only continues
 */
record RowPlace(String day, boolean unread, boolean groupStart) {
    boolean newDay() {
        return !day.isEmpty();
    }
}
