package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * What leads from the listed peers of a room to those of another one, for a store that keeps each peer by itself: first the
 * removed ones go, then the others are put, in this order; whoever is put and still there keeps its place. Immutable.
 */
record PeerChanges(List<String> removed, List<Peer> put) {
    PeerChanges {
        removed = List.copyOf(removed);
        put = List.copyOf(put);
    }

    static PeerChanges between(Room before, Room after) {
        return keepsOrder(before, after) ? fewest(before, after) : all(before, after);
    }

    private static PeerChanges fewest(Room before, Room after) {
        List<String> removed = before.peers().keySet().stream()
                .filter(id -> !after.peers().containsKey(id))
                .toList();
        List<Peer> put = after.peers().values().stream()
                .filter(peer -> isChanged(peer, before, after))
                .toList();
        return new PeerChanges(removed, put);
    }

    private static PeerChanges all(Room before, Room after) {
        return new PeerChanges(
                new ArrayList<>(before.peers().keySet()),
                new ArrayList<>(after.peers().values()));
    }

    private static boolean isChanged(Peer peer, Room before, Room after) {
        String id = peer.id();
        return !peer.equals(before.peers().get(id))
                || !Objects.equals(after.renewed().get(id), before.renewed().get(id));
    }

    /** Whether those who were there before come first, in their order. */
    private static boolean keepsOrder(Room before, Room after) {
        Iterator<String> old = before.peers().keySet().stream()
                .filter(after.peers()::containsKey)
                .iterator();
        for (String id : after.peers().keySet())
            if (old.hasNext() && !old.next().equals(id)) return false;
        return true;
    }
}
