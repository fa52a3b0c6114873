package dev.parley.chat;

import dev.parley.bootstrap.Peer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells which entries of the list are dead, for a peer that is alone: those that refuse the connection twice, a second apart,
 * and those that accept it, or let it time out, and have not answered discovery for two seconds (bootstrap-api, "Who does
 * what", 3). Confined to the upkeep thread.
 */
final class DeadPeers {
    private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration CONNECT = Duration.ofMillis(300);

    private final LongSupplier nanoTime;
    private final Map<String, Long> firstRefusal = new HashMap<>();
    private final Map<String, Long> firstSilence = new HashMap<>();

    DeadPeers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Forgets everything: this peer is no longer alone. */
    void forget() {
        firstRefusal.clear();
        firstSilence.clear();
    }

    /** Tries each peer once; blocks up to 300 ms for each that does not answer at all. */
    List<Peer> among(Collection<Peer> peers) {
        return peers.stream().filter(this::isDead).toList();
    }

    private boolean isDead(Peer peer) {
        try (Socket socket = new Socket()) {
            socket.connect(peer.socketAddress(), (int) CONNECT.toMillis());
        } catch (ConnectException e) {
            firstSilence.remove(peer.id());
            return since(firstRefusal, peer, BETWEEN_REFUSALS);
        } catch (IOException e) {
            firstRefusal.remove(peer.id());
            return since(firstSilence, peer, SILENCE);
        }
        firstRefusal.remove(peer.id());
        return since(firstSilence, peer, SILENCE);
    }

    private boolean since(Map<String, Long> first, Peer peer, Duration enough) {
        long now = nanoTime.getAsLong();
        Long begin = first.putIfAbsent(peer.id(), now);
        return begin != null && now - begin >= enough.toNanos();
    }
}
