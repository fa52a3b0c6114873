package dev.parley.desktop.log;

import java.time.Instant;

/**
 * Something that happened to the group.
 *
 * @param view the id of the view that it came with
 */
record SystemLine(Instant time, Kind kind, String text, String view) {
    /** What sort of thing. */
    enum Kind {
        HERE(false),
        JOINED(true),
        LEFT(true),
        CRASHED(false),
        MERGED(false),
        RENAMED(false);

        private final boolean folds;

        Kind(boolean folds) {
            this.folds = folds;
        }

        /** Whether many of them may be told in one line. */
        boolean folds() {
            return folds;
        }
    }
}
