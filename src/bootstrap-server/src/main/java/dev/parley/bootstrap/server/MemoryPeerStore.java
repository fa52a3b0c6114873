package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps the rooms as long as the process runs; for a service that lives inside a peer. */
public final class MemoryPeerStore implements PeerStore {
    private volatile RoomTable table;
    private boolean closed;

    /** @param defaults the configuration of a room that nobody has touched */
    public MemoryPeerStore(BootstrapConfig defaults) {
        table = RoomTable.empty(defaults);
    }

    @Override
    public Room read(String room) {
        return table.get(room);
    }

    @Override
    public synchronized Room update(String room, UnaryOperator<Room> change) throws StoreException {
        if (closed) throw new StoreException("the service is stopping");
        table = table.update(room, change);
        return table.get(room);
    }

    @Override
    public List<String> rooms() {
        return table.names();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
