package dev.parley.chat;

import dev.parley.bootstrap.Peer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom to contact. Immutable.
 *
 * @param service the bootstrap data service that was asked, empty if none is known or nobody was asked
 * @param trouble why the service gave no list, if it gave none
 */
record Candidates(Optional<URI> service, Optional<String> trouble, List<Candidate> candidates) {
    Candidates {
        candidates = List.copyOf(candidates);
    }

    /**
     * Somebody who may be in the room.
     *
     * @param name as listed, or empty
     */
    record Candidate(String name, InetSocketAddress address) {
        static Candidate of(Peer peer) {
            return new Candidate(peer.name(), peer.socketAddress());
        }
    }

    /** These, and nobody was asked. */
    static Candidates given(List<InetSocketAddress> addresses) {
        return new Candidates(
                Optional.empty(),
                Optional.empty(),
                addresses.stream().map(address -> new Candidate("", address)).toList());
    }

    /** These, and those of the others that have another address. */
    Candidates and(List<Tried> others) {
        Map<InetSocketAddress, Candidate> all = new LinkedHashMap<>();
        candidates.forEach(one -> all.put(one.address(), one));
        others.forEach(one -> all.putIfAbsent(
                one.contact().address(), new Candidate(one.name(), one.contact().address())));
        return new Candidates(service, trouble, List.copyOf(all.values()));
    }

    List<InetSocketAddress> addresses() {
        return candidates.stream().map(Candidate::address).toList();
    }
}
