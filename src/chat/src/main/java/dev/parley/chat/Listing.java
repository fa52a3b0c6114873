package dev.parley.chat;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is listed, as far as a member can tell without asking: the last answer, and what has followed from views since. Immutable.
 */
record Listing(Set<String> ids, int places) {
    /** Nothing is known, so there is no place to take. */
    static final Listing UNKNOWN = new Listing(Set.of(), 0);

    Listing {
        ids = Set.copyOf(ids);
    }

    static Listing of(BootstrapData data) {
        return new Listing(data.peers().keySet(), data.config().maxPeers());
    }

    /** Whether the service would list this peer in answer to {@code /refill}, by the rule of the service. */
    static boolean hasPlaceFor(Peer own, BootstrapData data) {
        if (data.peers().containsKey(own.id())) return false;
        return !data.isFull() || data.peers().values().stream().anyMatch(peer -> peer.timestamp() > own.timestamp());
    }

    /** Those of the members who are to take the free places: the longest standing that are not listed. */
    List<String> successors(List<String> members) {
        return members.stream()
                .filter(member -> !ids.contains(member))
                .limit(Math.max(0, places - ids.size()))
                .toList();
    }

    Listing without(Collection<String> gone) {
        Set<String> rest = new HashSet<>(ids);
        rest.removeAll(gone);
        return new Listing(rest, places);
    }

    Listing with(Collection<String> added) {
        Set<String> more = new HashSet<>(ids);
        more.addAll(added);
        return new Listing(more, places);
    }
}
