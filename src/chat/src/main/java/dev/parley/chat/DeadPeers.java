package dev.parley.chat;

import dev.parley.bootstrap.Peer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells which entries of the list are dead, for a peer that is alone: those that refuse the connection twice, a second apart,
 * and those that accept it, or let it time out, and have not answered discovery for two seconds (bootstrap-api, "Who does
 * what", 3). Confined to the upkeep thread.
 *
 * <p>Judges all of them at once: whoever takes the place of the first one found dead is met there and no longer alone, and the
 * rest would stay on the list for good. One that is now this and now that is waited for no longer than three seconds.
 */
final class DeadPeers {
    private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration DOUBT = SILENCE.plus(BETWEEN_REFUSALS);
    private static final Duration CONNECT = Duration.ofMillis(300);

    private final LongSupplier nanoTime;
    private final Map<String, Long> firstTry = new HashMap<>();
    private final Map<String, Long> firstRefusal = new HashMap<>();
    private final Map<String, Long> firstSilence = new HashMap<>();
    private Collection<InetSocketAddress> askedEarlier = List.of();
    private long askedNanos;

    DeadPeers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Forgets everything: this peer is no longer alone. */
    void forget() {
        firstTry.clear();
        firstRefusal.clear();
        firstSilence.clear();
        askedEarlier = List.of();
    }

    /** Discovery has asked these since then: whoever of them says nothing has been silent from that time on. */
    void asked(Collection<InetSocketAddress> addresses, long sinceNanos) {
        askedEarlier = addresses;
        askedNanos = sinceNanos;
    }

    /** Tries each peer once, all at a time; blocks up to 300 ms. Empty while any of them is in doubt. */
    List<Peer> among(Collection<Peer> peers) {
        List<Peer> tried = List.copyOf(peers);
        List<Boolean> refusals = AtOnce.ask(tried, DeadPeers::refuses);
        List<Peer> dead = new ArrayList<>();
        boolean inDoubt = false;
        for (int i = 0; i < refusals.size(); i++) {
            Peer peer = tried.get(i);
            if (isDead(peer, refusals.get(i))) dead.add(peer);
            else inDoubt |= isNew(peer);
        }
        return inDoubt ? List.of() : dead;
    }

    private boolean isNew(Peer peer) {
        long now = nanoTime.getAsLong();
        return now - firstTry.computeIfAbsent(peer.id(), id -> now) < DOUBT.toNanos();
    }

    private static boolean refuses(Peer peer) {
        try (Socket socket = new Socket()) {
            socket.connect(peer.socketAddress(), (int) CONNECT.toMillis());
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isDead(Peer peer, boolean refuses) {
        long now = nanoTime.getAsLong();
        if (refuses) {
            firstSilence.remove(peer.id());
            return now - firstRefusal.computeIfAbsent(peer.id(), id -> now) >= BETWEEN_REFUSALS.toNanos();
        }
        firstRefusal.remove(peer.id());
        long first = askedEarlier.contains(peer.socketAddress()) ? askedNanos : now;
        return now - firstSilence.computeIfAbsent(peer.id(), id -> first) >= SILENCE.toNanos();
    }
}
