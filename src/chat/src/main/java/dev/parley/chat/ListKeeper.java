package dev.parley.chat;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.group.Member;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What a member does with the bootstrap list, by the rules of the client (bootstrap-api, "Who does what"); {@link
 * BootstrapUpkeep} says when. Asks the service for nothing that would change nothing. Confined to the upkeep thread, which it
 * blocks while it asks.
 */
final class ListKeeper {
    private static final Logger LOG = LogManager.getLogger();

    private final PeerList peers;
    private final DeadPeers deadPeers;
    private final Set<String> gone = new HashSet<>();
    private Listing listing = Listing.UNKNOWN;

    ListKeeper(PeerList peers, LongSupplier nanoTime) {
        this.peers = peers;
        this.deadPeers = new DeadPeers(nanoTime);
    }

    /** Another group from now on; discovery has asked these since then. */
    void begin(Collection<InetSocketAddress> asked, long sinceNanos) {
        gone.clear();
        listing = Listing.UNKNOWN;
        deadPeers.forget();
        deadPeers.asked(asked, sinceNanos);
    }

    /** How many places the list has, as far as is known. */
    int places() {
        return listing.places();
    }

    /** Puts this peer on the list if there is room; the coordinator insists. */
    void register(Situation now) {
        Peer own = peers.entry(now.group());
        ask(now, client -> client.join(now.room().text(), own)).ifPresent(data -> {
            if (now.coordinator()) offer(now, data);
        });
    }

    /**
     * Members have left the view.
     *
     * @return this member's turn among those who take the places that are free now, empty if it takes none
     */
    Optional<Integer> departed(Situation now, Collection<Member> left) {
        List<String> ids = left.stream().map(member -> member.id().toString()).toList();
        gone.addAll(ids);
        listing = listing.without(ids);
        List<String> successors = listing.successors(now.members());
        listing = listing.with(successors);
        int turn = successors.indexOf(now.self());
        return turn < 0 ? Optional.empty() : Optional.of(turn);
    }

    /** The coordinator's part: takes those who have left off the list, and offers itself; contacts whoever else is listed. */
    void repair(Situation now) {
        read(now).ifPresent(data -> {
            meet(now, strangers(now, data));
            offer(now, withoutTheGone(now, data));
        });
    }

    /** Offers this peer in the place of one that has gone. */
    void succeed(Situation now) {
        Peer own = peers.entry(now.group());
        ask(now, client -> client.refill(now.room().text(), own));
    }

    /** Sees to it that this peer is listed if it is one of the longest standing; contacts whoever is listed and not in the view. */
    void lookAround(Situation now) {
        readAndRenew(now).ifPresent(data -> {
            meet(now, strangers(now, data));
            BootstrapData rest = now.coordinator() ? withoutTheGone(now, data) : data;
            if (now.rank() < rest.config().maxPeers()) offer(now, rest);
        });
    }

    /** The same for a peer that is alone, which also takes the dead off the list. */
    void lookAroundAlone(Situation now) {
        readAndRenew(now).ifPresent(data -> {
            List<Peer> strangers = strangers(now, data);
            meet(now, strangers);
            BootstrapData rest = withoutTheGone(now, data);
            for (Peer dead : deadPeers.among(strangers)) {
                LOG.info("{} at {} is dead and taken off the list", dead.name(), dead.socketAddress());
                rest = remove(now, rest, dead.id());
            }
            offer(now, rest);
        });
    }

    /** No longer alone. */
    void inCompany() {
        deadPeers.forget();
    }

    private Optional<BootstrapData> read(Situation now) {
        return ask(now, client -> client.list(now.room().text()));
    }

    /**
     * Where entries last only for a time, offering again makes one's own last longer; elsewhere it changes nothing. Either way the
     * answer is the list.
     */
    private Optional<BootstrapData> readAndRenew(Situation now) {
        if (!listing.ids().contains(now.self())) return read(now);
        Peer own = peers.entry(now.group());
        return ask(now, client -> client.refill(now.room().text(), own));
    }

    private List<Peer> strangers(Situation now, BootstrapData data) {
        return peers.useful(now.group(), data).stream()
                .filter(peer -> !now.knows(peer) && !gone.contains(peer.id()))
                .toList();
    }

    private static void meet(Situation now, Collection<Peer> strangers) {
        if (strangers.isEmpty()) return;
        List<InetSocketAddress> everybody = new ArrayList<>();
        strangers.forEach(peer -> everybody.add(peer.socketAddress()));
        now.membership()
                .members()
                .forEach(member -> now.group().addressOf(member.id()).ifPresent(everybody::add));
        now.group().discovery().feed(everybody);
        now.group().discovery().checkForOtherParts();
    }

    private BootstrapData withoutTheGone(Situation now, BootstrapData data) {
        BootstrapData rest = data;
        for (String id : data.peers().keySet())
            if (gone.contains(id) && !now.members().contains(id)) rest = remove(now, rest, id);
        return rest;
    }

    private BootstrapData remove(Situation now, BootstrapData data, String id) {
        return ask(now, client -> client.leave(now.room().text(), id)).orElse(data);
    }

    private void offer(Situation now, BootstrapData data) {
        Peer own = peers.entry(now.group());
        if (Listing.hasPlaceFor(own, data))
            ask(now, client -> client.refill(now.room().text(), own));
    }

    private Optional<BootstrapData> ask(Situation now, BootstrapAccess.Request request) {
        Optional<BootstrapData> answer = peers.ask(now.room(), request);
        answer.ifPresent(data -> listing = Listing.of(data));
        return answer;
    }
}
