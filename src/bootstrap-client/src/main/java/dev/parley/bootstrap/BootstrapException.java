package dev.parley.bootstrap;

/** A call to the service failed. The message is one sentence that names the URL, what happened and what to do. */
public final class BootstrapException extends Exception {
    public BootstrapException(String message) {
        super(message);
    }

    public BootstrapException(String message, Throwable cause) {
        super(message, cause);
    }
}
