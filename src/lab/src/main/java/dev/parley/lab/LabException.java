package dev.parley.lab;

/** A peer of the lab did not start, did not do in time what was waited for, or is gone; the message says which and what. */
public class LabException extends RuntimeException {
    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
