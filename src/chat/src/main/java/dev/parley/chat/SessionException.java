package dev.parley.chat;

/** The session could not do what was asked; the message is one sentence that tells its reader what to do. */
public class SessionException extends Exception {
    public SessionException(String message) {
        super(message);
    }

    public SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
