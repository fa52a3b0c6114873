package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.server.Room;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rooms that were read last, each with the version by which the database tells whether it is still the same, so that a room
 * of many peers is not read again for every operation. Bounded by the number of peers in it. Any thread.
 */
final class RoomCache {
    private final int maxPeers;
    private final Map<String, Entry> rooms = new LinkedHashMap<>(16, 0.75f, true);
    private int peers;

    private record Entry(UUID version, Room room) {
        /** An empty room takes some memory too. */
        int weight() {
            return 1 + room.peers().size();
        }
    }

    RoomCache(int maxPeers) {
        this.maxPeers = maxPeers;
    }

    /** The room, if it is here in that version. */
    synchronized Optional<Room> get(String name, UUID version) {
        return Optional.ofNullable(rooms.get(name))
                .filter(entry -> entry.version().equals(version))
                .map(Entry::room);
    }

    /** Rooms that nobody has read for the longest time make place. */
    synchronized void put(String name, UUID version, Room room) {
        Entry entry = new Entry(version, room);
        Entry before = rooms.put(name, entry);
        peers += entry.weight() - (before == null ? 0 : before.weight());
        for (Iterator<Entry> oldest = rooms.values().iterator(); peers > maxPeers && oldest.hasNext(); ) {
            peers -= oldest.next().weight();
            oldest.remove();
        }
    }
}
