package dev.parley.desktop.status;

import dev.parley.bootstrap.Peer;
import dev.parley.chat.Addresses;
import dev.parley.chat.JoinReport;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about why nobody else is in the room. Immutable.
 *
 * @param service the bootstrap data service in use
 * @param trouble why the service gave no list, if it gave none
 * @param others who else is, or was last, listed
 * @param lastJoin how the last join went
 */
public record AloneReason(
        Optional<URI> service, Optional<String> trouble, List<Peer> others, Optional<JoinReport> lastJoin) {
    private static final int MOST_NAMED = 3;

    public AloneReason {
        others = List.copyOf(others);
    }

    /** Asks the service; blocks, so not on the JavaFX thread. */
    public static AloneReason of(Session session) {
        Optional<String> trouble = Optional.empty();
        List<Peer> listed = List.of();
        try {
            listed = List.copyOf(session.bootstrap().list().peers().values());
        } catch (SessionException e) {
            trouble = Optional.of(e.getMessage());
            listed = session.bootstrap()
                    .lastList()
                    .map(list -> List.copyOf(list.peers().values()))
                    .orElse(List.of());
        }
        return new AloneReason(
                session.bootstrap().service(), trouble, without(own(session), listed), session.lastJoin());
    }

    private static String own(Session session) {
        try {
            return session.connection().localNode().id().toString();
        } catch (SessionException notConnected) {
            return "";
        }
    }

    private static List<Peer> without(String id, List<Peer> listed) {
        return listed.stream().filter(peer -> !peer.id().equals(id)).toList();
    }

    /** It all in a sentence or two. */
    public String text() {
        List<String> sentences = new ArrayList<>();
        trouble.ifPresent(sentences::add);
        List<String> silent = silent();
        if (!silent.isEmpty()) sentences.add(list(silent) + " did not answer.");
        else if (trouble.isEmpty())
            sentences.add(service.map(url -> "The service at %s lists nobody else.".formatted(url))
                    .orElse("No bootstrap service is known that could list others."));
        return String.join(" ", sentences);
    }

    private List<String> silent() {
        Map<InetSocketAddress, String> silent = new LinkedHashMap<>();
        for (Peer peer : others) silent.put(peer.socketAddress(), named(peer));
        lastJoin.filter(report -> report.members().size() == 1)
                .map(JoinReport::tried)
                .orElse(List.of())
                .forEach(tried -> silent.putIfAbsent(tried, Addresses.text(tried)));
        return List.copyOf(silent.values());
    }

    private static String named(Peer peer) {
        return (peer.name() + " " + Addresses.text(peer.socketAddress())).strip();
    }

    private static String list(List<String> items) {
        int more = items.size() - MOST_NAMED;
        if (more > 0) return "%s and %d more".formatted(String.join(", ", items.subList(0, MOST_NAMED)), more);
        if (items.size() == 1) return items.get(0);
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
