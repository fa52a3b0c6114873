package dev.parley.lab;

/**
 * A promise that was not kept.
 *
 * @param peer where it shows
 * @param message the id of the message, or how the command or line begins where there is no id
 * @param sentence all of it for people
 */
public record Finding(Kind kind, String peer, String message, String sentence) {
    /** Which promise. */
    public enum Kind {
        /** Somebody lacks what a survivor has printed, has in its log, or was told is said. */
        LOST,
        /** Printed twice by one process, or twice in a log. */
        DOUBLED,
        /** Against its author's order, or a log against the order of logs. */
        SWAPPED,
        /** Two logs differ where both should be complete. */
        DIVERGING,
        /** Nobody was told to say it. */
        INVENTED,
        /** Clock, kind or text are not the same everywhere. */
        ALTERED,
        /** Output that cannot be read, or a log that was not read as a whole: the check would miss something. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
