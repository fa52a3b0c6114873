package dev.parley.bootstrap.server;

/** A store could not do what it was asked for; nothing was changed. The message is one sentence for whoever runs the service. */
public class StoreException extends Exception {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
