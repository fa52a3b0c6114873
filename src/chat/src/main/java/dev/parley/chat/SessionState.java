package dev.parley.chat;

/** Where a session stands with its room. */
public enum SessionState {
    /** Looking for the group. */
    JOINING,
    /** In a view of two or more. */
    JOINED,
    /** Connected, in a view of one, for whatever reason. */
    ALONE,
    /** Not connected. */
    LEFT
}
