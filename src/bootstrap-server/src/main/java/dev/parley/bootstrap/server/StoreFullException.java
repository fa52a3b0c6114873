package dev.parley.bootstrap.server;

/** An operation would go beyond what a store may hold; nothing was changed. The message is one sentence for the client. */
public final class StoreFullException extends StoreException {
    public StoreFullException(String message) {
        super(message);
    }
}
