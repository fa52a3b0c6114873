package dev.parley.chat;

/** Bytes that are no message. */
final class WireException extends Exception {
    WireException(String message) {
        super(message);
    }
}
