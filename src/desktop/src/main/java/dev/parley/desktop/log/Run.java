package dev.parley.desktop.log;

/**
 * A stretch of a message that is written in one way.
 *
 * @param text what is shown
 * @param source the characters of the message that it stands for
 */
record Run(Kind kind, String text, TextRange source) {
    /** How a stretch is written. */
    enum Kind {
        TEXT,
        EMOJI,
        CODE,
        LINK,
        ME;

        String styleClass() {
            return switch (this) {
                case TEXT -> "run-text";
                case EMOJI -> "run-emoji";
                case CODE -> "run-code";
                case LINK -> "run-link";
                case ME -> "run-me";
            };
        }
    }
}
