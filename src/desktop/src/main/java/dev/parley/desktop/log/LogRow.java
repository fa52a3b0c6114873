package dev.parley.desktop.log;

import java.time.Instant;

/** One row of the chat log. Immutable; what changes about a row makes a new one with the same key. */
sealed interface LogRow permits MessageRow, SystemRow {
    /** Tells this row from all others of the same log, whatever changes about it. */
    long key();

    /** When it happened. */
    Instant time();
}
