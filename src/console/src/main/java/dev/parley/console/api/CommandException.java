package dev.parley.console.api;

/** A command could not do what was asked; the message is one sentence that tells its reader what to do. */
public class CommandException extends Exception {
    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
