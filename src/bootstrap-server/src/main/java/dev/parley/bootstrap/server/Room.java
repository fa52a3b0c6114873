package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What a store keeps of a room. Immutable.
 *
 * @param data what clients see of it
 * @param renewed by id, when a listed peer last registered or renewed, to the millisecond; may lack some of the listed, never names others
 */
public record Room(BootstrapData data, Map<String, Instant> renewed) {
    /** Leaves out whoever is not listed, and what is less than a millisecond. */
    public Room {
        Map<String, Instant> listed = new HashMap<>();
        for (Map.Entry<String, Instant> each : renewed.entrySet())
            if (data.peers().containsKey(each.getKey()))
                listed.put(each.getKey(), each.getValue().truncatedTo(ChronoUnit.MILLIS));
        renewed = Map.copyOf(listed);
    }

    /** A room that nobody has touched. */
    public static Room untouched(BootstrapConfig defaults) {
        return new Room(BootstrapData.empty(defaults), Map.of());
    }

    /** The same room with other data; the times of those that are listed still stay. */
    public Room with(BootstrapData other) {
        return other.equals(data) ? this : new Room(other, renewed);
    }

    /** The listed peers by id, in the order in which they were listed. */
    public Map<String, Peer> peers() {
        return data.peers();
    }
}
