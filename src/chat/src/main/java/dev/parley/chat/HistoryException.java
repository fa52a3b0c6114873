package dev.parley.chat;

/** The log cannot be read or written; the message is one sentence for the user. */
final class HistoryException extends Exception {
    private final Reason reason;

    HistoryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong with the file. */
    enum Reason {
        /** What is in it makes no sense. */
        DAMAGED,
        /** Another program holds it. */
        LOCKED,
        /** It or its folder cannot be written. */
        READ_ONLY,
        /** There is no room for more. */
        FULL,
        /** A newer program has written it. */
        NEWER,
        /** Anything else. */
        OTHER
    }

    Reason reason() {
        return reason;
    }
}
