package dev.parley.bootstrap.server;

/** An operation would go beyond what a store may hold; nothing was changed. The message is one sentence for the client. */
public final class StoreFullException extends StoreException {
    public StoreFullException(String message) {
        super(message);
    }

    /** A further room would be one too many. */
    public static StoreFullException ofRooms(int maxRooms) {
        return new StoreFullException("the service has " + maxRooms + " rooms already; use one of them");
    }

    /** A further peer of the room would be one too many. */
    public static StoreFullException ofPeers(int maxPeers) {
        return new StoreFullException("the room has " + maxPeers + " peers already");
    }
}
