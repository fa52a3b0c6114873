package dev.parley.bootstrap.server;

import dev.parley.bootstrap.RoomNames;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps the rooms. Every method may be called by any number of threads at once; each may block as long as the medium does. */
public interface PeerStore extends AutoCloseable {
    /** By the wire contract. */
    int MAX_ROOMS = 1_000;

    /** By the wire contract. */
    int MAX_PEERS_A_ROOM = 100_000;

    /** A room as the last acknowledged change left it; one that nobody has touched is empty with the default configuration. */
    Room read(String room) throws StoreException;

    /**
     * Changes a room as one step: no other change of that room comes between reading and writing it. When this returns, the change
     * is kept as safely as this store keeps anything.
     *
     * @param change a pure function, which may be applied more than once; it returns its argument, or an equal room, to change
     *     nothing
     * @return the room after the change
     * @throws StoreFullException if the change would go beyond what the service holds
     * @throws StoreException if the change cannot be kept; it then has not happened
     */
    Room update(String room, UnaryOperator<Room> change) throws StoreException;

    /** The names of the rooms that are not as nobody touched them, sorted; at most {@link #MAX_ROOMS}. */
    List<String> rooms() throws StoreException;

    /**
     * Asks whether changes can be kept at the moment.
     *
     * @throws StoreException if not
     */
    default void check() throws StoreException {
        read(RoomNames.LOBBY);
    }

    /** Keeps all that was acknowledged, and refuses everything afterwards. Can be repeated. */
    @Override
    void close();
}
