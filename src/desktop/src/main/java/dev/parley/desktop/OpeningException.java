package dev.parley.desktop;

/** A session cannot be had; the message is one sentence that tells its reader what to do. */
public final class OpeningException extends Exception {
    public OpeningException(String message, Throwable cause) {
        super(message, cause);
    }
}
