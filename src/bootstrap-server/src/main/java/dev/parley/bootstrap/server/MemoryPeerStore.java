package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
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
    public BootstrapData read(String room) {
        return table.get(room);
    }

    @Override
    public synchronized BootstrapData update(String room, UnaryOperator<BootstrapData> change) throws StoreException {
        if (closed) throw new StoreException("the service is stopping");
        table = table.update(room, change);
        return table.get(room);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
