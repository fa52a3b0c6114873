package dev.parley.chat;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.Peer;
import dev.parley.group.Group;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** This peer's dealings with the bootstrap data service on command. All methods block; called from command threads. */
public final class BootstrapDesk {
    private final BootstrapAccess access;
    private final PeerList peers;
    private final BootstrapUpkeep upkeep;
    private final Connection connection;

    BootstrapDesk(BootstrapAccess access, PeerList peers, BootstrapUpkeep upkeep, Connection connection) {
        this.access = access;
        this.peers = peers;
        this.upkeep = upkeep;
        this.connection = connection;
    }

    /** The service in use, empty while none is known. */
    public Optional<URI> service() {
        return access.service();
    }

    /** The service that was asked for; empty if that of this machine is used. */
    public Optional<URI> configured() {
        return access.onThisMachine() ? Optional.empty() : access.service();
    }

    /**
     * Leaves the list of the service in use and joins that of another one, which must answer; the group does not notice.
     *
     * @return the new service's list of the room afterwards
     */
    public BootstrapData use(ServiceSettings other) throws SessionException {
        if (other.url().isPresent()) requireAnswer(other, other.url().get());
        upkeep.use(other);
        return list();
    }

    /** As {@link #use}, though nobody may answer there yet: this peer registers as soon as somebody does. */
    public void useUnasked(ServiceSettings other) throws SessionException {
        upkeep.use(other);
    }

    private void requireAnswer(ServiceSettings other, URI url) throws SessionException {
        try (BootstrapClient asking = new BootstrapClient(other.asking(url))) {
            asking.list(room().text());
        } catch (BootstrapException e) {
            throw new SessionException(e.getMessage() + " The service in use stays.", e);
        }
    }

    /** By how much the service's clock was ahead of this machine's in its last answer, to the second; empty if it does not tell. */
    public Optional<Duration> clockDifference() {
        return access.clockDifference();
    }

    /** Registers this peer, whose channel must have been created, and returns the list afterwards. */
    public BootstrapData join() throws SessionException {
        Peer own = ownEntry();
        return ask(client -> client.join(room().text(), own));
    }

    /** Takes this peer off the list. */
    public BootstrapData leave() throws SessionException {
        String id = group().self().toString();
        return ask(client -> client.leave(room().text(), id));
    }

    /** Offers this peer in exchange for the listed one with the newest timestamp. */
    public BootstrapData refill() throws SessionException {
        Peer own = ownEntry();
        return ask(client -> client.refill(room().text(), own));
    }

    public BootstrapData list() throws SessionException {
        return ask(client -> client.list(room().text()));
    }

    /** The last answer kept, without asking; empty if there was none yet. */
    public Optional<BootstrapData> lastList() {
        return access.lastList(room());
    }

    /** Removes all listed peers. */
    public BootstrapData reset() throws SessionException {
        return ask(client -> client.reset(room().text()));
    }

    private RoomName room() {
        return connection.configuration().room();
    }

    private Group group() throws SessionException {
        return connection
                .group()
                .orElseThrow(() -> new SessionException(
                        "There is no channel to register yet: type memberlistcreate, or join to do all at once."));
    }

    private Peer ownEntry() throws SessionException {
        return peers.entry(group());
    }

    private BootstrapData ask(BootstrapAccess.Request request) throws SessionException {
        try {
            return access.ask(room(), request);
        } catch (BootstrapException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }
}
