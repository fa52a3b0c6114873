package dev.parley.desktop;

/** No window can be opened here; the message is one sentence that says why and what to install. */
public final class NoWindowException extends Exception {
    NoWindowException(String message) {
        super(message);
    }

    NoWindowException(String message, Throwable cause) {
        super(message, cause);
    }
}
