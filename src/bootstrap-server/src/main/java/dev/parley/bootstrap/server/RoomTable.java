package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All rooms at one moment. Immutable. Rooms that are as nobody touched them take no place, and what strangers can make it hold is
 * bounded.
 */
final class RoomTable {
    /** A listed peer takes up to 1 KB, so that a full table fits the 256 MB of a small host's Java heap. */
    static final int MAX_PEERS = 200_000;

    private final Room untouched;
    private final Map<String, Room> rooms;
    private final int peers;

    private RoomTable(Room untouched, Map<String, Room> rooms) {
        this.untouched = untouched;
        this.rooms = Collections.unmodifiableMap(rooms);
        this.peers =
                rooms.values().stream().mapToInt(room -> room.peers().size()).sum();
    }

    static RoomTable empty(BootstrapConfig defaults) {
        return of(defaults, Map.of());
    }

    static RoomTable of(BootstrapConfig defaults, Map<String, Room> rooms) {
        return new RoomTable(Room.untouched(defaults), new LinkedHashMap<>(rooms));
    }

    Map<String, Room> rooms() {
        return rooms;
    }

    /** Sorted. */
    List<String> names() {
        return rooms.keySet().stream().sorted().toList();
    }

    Room get(String room) {
        return rooms.getOrDefault(room, untouched);
    }

    /** Returns this very table if the change changes nothing. */
    RoomTable update(String name, UnaryOperator<Room> change) throws StoreFullException {
        Room before = get(name);
        Room after = change.apply(before);
        if (after.equals(before)) return this;
        requirePlace(name, before, after);
        Map<String, Room> changed = new LinkedHashMap<>(rooms);
        if (after.equals(untouched)) changed.remove(name);
        else changed.put(name, after);
        return new RoomTable(untouched, changed);
    }

    private void requirePlace(String name, Room before, Room after) throws StoreFullException {
        if (!rooms.containsKey(name) && rooms.size() >= PeerStore.MAX_ROOMS)
            throw StoreFullException.ofRooms(PeerStore.MAX_ROOMS);
        int more = after.peers().size() - before.peers().size();
        if (more > 0 && after.peers().size() > PeerStore.MAX_PEERS_A_ROOM)
            throw StoreFullException.ofPeers(PeerStore.MAX_PEERS_A_ROOM);
        if (more > 0 && peers + more > MAX_PEERS)
            throw new StoreFullException("the service lists " + MAX_PEERS + " peers already");
    }
}
