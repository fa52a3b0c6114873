package dev.parley.chat;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.Peer;
import dev.parley.chat.Candidates.Candidate;
import dev.parley.chat.SessionEvent.Level;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.group.Group;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * This peer's view of the bootstrap list: its own entry, who of the others is worth contacting, and a word to the user when the
 * service goes and when it is back. Methods that ask block; any thread but the session's and the group's.
 */
final class PeerList {
    private static final Logger LOG = LogManager.getLogger();

    private final Supplier<PeerName> name;
    private final BootstrapAccess access;
    private final Consumer<NoticeGiven> tell;
    private final Consumer<NoticeGiven> progress;
    private final Map<UUID, Long> entered = new ConcurrentHashMap<>();
    private final ListedAddresses addresses = new ListedAddresses(System::nanoTime);
    private volatile boolean unreachable;
    private volatile Runnable whenBack = () -> {};

    /**
     * @param name what this peer calls itself at the moment; asked on any thread
     * @param tell hears what has become of the service
     * @param progress hears each step of a search for others
     */
    PeerList(
            Supplier<PeerName> name,
            BootstrapAccess access,
            Consumer<NoticeGiven> tell,
            Consumer<NoticeGiven> progress) {
        this.name = name;
        this.access = access;
        this.tell = tell;
        this.progress = progress;
    }

    /** @param action runs, on the thread that asked, when the service answers after it has not */
    void whenBack(Runnable action) {
        whenBack = action;
    }

    BootstrapAccess access() {
        return access;
    }

    /** The local address to bind: on the way to the service. */
    InetAddress routeAddress() {
        if (access.onThisMachine()) return InetAddress.getLoopbackAddress();
        return access.service().map(Route::localAddressTo).orElse(InetAddress.getLoopbackAddress());
    }

    /** This peer's entry, with the time at which it was first asked for. */
    Peer entry(Group group) {
        long since = entered.computeIfAbsent(group.self(), id -> System.currentTimeMillis() / 1_000);
        InetSocketAddress address = group.localAddress();
        String ip = address.getAddress().getHostAddress().replaceAll("%.*", "");
        return new Peer(
                group.self().toString(),
                name.get().text(),
                ip,
                address.getPort(),
                group.settings().stack().transport(),
                "0",
                since);
    }

    /** Takes this peer off the list if it may be on it. Does not look for another service on this account. */
    void remove(Group group, RoomName room) {
        if (entered.remove(group.self()) == null) return;
        try {
            access.askOnce(
                    room, client -> client.leave(room.text(), group.self().toString()));
        } catch (BootstrapException e) {
            LOG.info("not taken off the bootstrap list: {}", e.getMessage());
        }
    }

    /**
     * Takes this peer off the present service's list, whose answer does not matter, and deals with another one from now on.
     * This peer keeps its place among the longest standing.
     *
     * @param group empty: this peer is not in any
     */
    void moveTo(ServiceSettings other, Optional<Group> group) {
        try {
            if (group.isPresent() && access.service().isPresent()) {
                RoomName room = new RoomName(group.get().settings().group());
                String id = group.get().self().toString();
                access.askOnce(room, client -> client.leave(room.text(), id));
            }
        } catch (BootstrapException e) {
            LOG.info("not taken off the list of the service used so far: {}", e.getMessage());
        }
        access.use(other);
        unreachable = false;
        String where = other.url().map(URI::toString).orElse("that of this machine");
        tell.accept(new NoticeGiven(Level.INFO, "The bootstrap service is now %s.".formatted(where)));
    }

    /**
     * Registers this peer if there is room, and tells whom to contact, with a word to the user about each step. Registering is
     * one step of the service's, so of several who come at once the first finds nobody else and the others find it.
     */
    Candidates contacts(Group group) {
        inform(access.service()
                .map("Asking the bootstrap service at %s."::formatted)
                .orElse("Looking for the bootstrap service of this machine."));
        Peer own = entry(group);
        Candidates found =
                candidates(group, client -> client.join(group.settings().group(), own));
        List<String> named = found.candidates().stream().map(PeerList::named).toList();
        if (found.trouble().isEmpty())
            inform(named.isEmpty() ? "It lists nobody else." : "It lists " + String.join(", ", named) + ".");
        else
            warn(found.trouble().get()
                    + (named.isEmpty()
                            ? " It is asked again while you are alone."
                            : " Those it listed last are tried: " + String.join(", ", named) + "."));
        return found;
    }

    private static String named(Candidate candidate) {
        return (candidate.name() + " " + Addresses.text(candidate.address())).strip();
    }

    /** Whom to contact: the service's list, or the last one kept when it does not answer. */
    Candidates candidates(Group group) {
        return candidates(group, client -> client.list(group.settings().group()));
    }

    private Candidates candidates(Group group, BootstrapAccess.Request request) {
        RoomName room = new RoomName(group.settings().group());
        try {
            BootstrapData list = access.ask(room, request);
            warnOfOtherTransports(group, list);
            return new Candidates(access.service(), Optional.empty(), candidates(group, list));
        } catch (BootstrapException e) {
            unreachable = true;
            return new Candidates(
                    access.service(),
                    Optional.of(e.getMessage()),
                    access.lastList(room).map(data -> candidates(group, data)).orElse(List.of()));
        }
    }

    private List<Candidate> candidates(Group group, BootstrapData data) {
        return useful(group, data).stream().map(Candidate::of).toList();
    }

    /**
     * The other entries whose address can mean something here. Loopback entries in the list of a service for a network are
     * somebody's mistake: ignored, never removed.
     */
    List<Peer> useful(Group group, BootstrapData data) {
        boolean loopback = access.onLoopback();
        return data.peers().values().stream()
                .filter(peer -> !peer.id().equals(group.self().toString()))
                .filter(peer -> loopback || !peer.socketAddress().getAddress().isLoopbackAddress())
                .filter(peer -> addresses.admits(peer.socketAddress()))
                .toList();
    }

    /** Asks the service; empty if it does not answer, which the user is told once. */
    Optional<BootstrapData> ask(RoomName room, BootstrapAccess.Request request) {
        try {
            BootstrapData answer = access.ask(room, request);
            if (unreachable) backAgain();
            return Optional.of(answer);
        } catch (BootstrapException e) {
            LOG.info("{}", e.getMessage());
            if (!unreachable) warn(e.getMessage() + " The group goes on without it; only newcomers need it.");
            unreachable = true;
            return Optional.empty();
        }
    }

    private void backAgain() {
        unreachable = false;
        tell.accept(new NoticeGiven(Level.INFO, "The bootstrap service answers again."));
        whenBack.run();
    }

    /** Says so if others cannot reach this peer where it is bound. */
    void warnOfLoopback(Group group) {
        if (group.localAddress().getAddress().isLoopbackAddress() && !access.onLoopback())
            warn("You are bound to loopback, where other machines cannot reach you:"
                    + " start with --bind-addr and this machine's address.");
    }

    /** Says so, before joining, if this peer cannot reach any of those who are listed. */
    private void warnOfOtherTransports(Group group, BootstrapData listed) {
        String own = group.settings().stack().transport();
        Set<String> theirs = new TreeSet<>();
        for (Peer peer : useful(group, listed)) theirs.add(peer.protocol());
        theirs.remove("");
        if (!theirs.isEmpty() && !theirs.contains(own) && !group.connected())
            warn(
                    "Whoever is listed talks over %s, but the stack %s over %s, so that they will not find each other: type 'stack use' and the name of theirs."
                            .formatted(
                                    String.join(" or ", theirs),
                                    group.settings().stack().name(),
                                    own));
    }

    /** Whether the service did not answer when it was asked last. */
    boolean unreachable() {
        return unreachable;
    }

    private void inform(String text) {
        progress.accept(new NoticeGiven(Level.INFO, text));
    }

    private void warn(String text) {
        tell.accept(new NoticeGiven(Level.WARN, text));
    }
}
