package dev.parley.chat;

/** The log cannot be read or written; the message is one sentence for the user. */
final class HistoryException extends Exception {
    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
