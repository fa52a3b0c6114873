package dev.parley.group;

/** A stack file cannot be used; the message names file, line and reason, and the nearest valid name where there is one. */
public class StackFileException extends GroupException {
    public StackFileException(String message) {
        super(message);
    }

    public StackFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
