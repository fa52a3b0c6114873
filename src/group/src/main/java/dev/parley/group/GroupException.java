package dev.parley.group;

/** The group could not do what was asked; the message is one sentence for the user. */
public class GroupException extends Exception {
    public GroupException(String message) {
        super(message);
    }

    public GroupException(String message, Throwable cause) {
        super(message, cause);
    }
}
