package dev.parley.chat;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The way to the bootstrap data service: the one configured, or this machine's, found or run when it is needed. Keeps the
 * last good list of each room, in memory and on disk. Methods block; any thread but the session's and the group's.
 */
final class BootstrapAccess implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    private volatile ServiceSettings configured;
    private final LocalBootstrap local;
    private final Path folder;
    private final Map<RoomName, BootstrapData> lists = new ConcurrentHashMap<>();
    private BootstrapClient client;

    BootstrapAccess(ServiceSettings configured, LocalBootstrap local, Path folder) {
        this.configured = configured;
        this.local = local;
        this.folder = folder;
    }

    /** One request to the service. */
    @FunctionalInterface
    interface Request {
        BootstrapData to(BootstrapClient client) throws BootstrapException;
    }

    /** Whether nobody said which service to use. */
    boolean onThisMachine() {
        return configured.url().isEmpty();
    }

    /** The service last used, or configured. */
    synchronized Optional<URI> service() {
        return client == null ? configured.url() : Optional.of(client.settings().url());
    }

    /** By how much the service's clock was ahead of this machine's in its last answer, if it tells the time. */
    synchronized Optional<Duration> clockDifference() {
        return client == null ? Optional.empty() : client.clockDifference();
    }

    /**
     * Asks the service, and keeps its answer. A service of this machine that does not answer is looked for, or run, once
     * more.
     *
     * @throws BootstrapException if there is no answer
     */
    BootstrapData ask(RoomName room, Request request) throws BootstrapException {
        BootstrapClient current = client();
        BootstrapData answer;
        try {
            answer = request.to(current);
        } catch (BootstrapException e) {
            if (!onThisMachine()) throw e;
            forget(current);
            answer = request.to(client());
        }
        keep(room, answer);
        return answer;
    }

    /** Asks the service that is known now, and no other. */
    BootstrapData askOnce(RoomName room, Request request) throws BootstrapException {
        BootstrapData answer = request.to(client());
        keep(room, answer);
        return answer;
    }

    /** Asks this service from now on, and no other. */
    synchronized void use(ServiceSettings other) {
        configured = other;
        if (client != null) forget(client);
    }

    private synchronized BootstrapClient client() throws BootstrapException {
        if (client == null) {
            URI url = configured
                    .url()
                    .or(local::findOrServe)
                    .orElseThrow(
                            () -> new BootstrapException(
                                    "No bootstrap service answers on this machine and its ports are taken; name one with --bootstrap URL."));
            client = new BootstrapClient(configured.asking(url));
        }
        return client;
    }

    private synchronized void forget(BootstrapClient stale) {
        if (client != stale) return;
        client.close();
        client = null;
    }

    /**
     * Looks whether the service of this machine is still there, and runs it if not.
     *
     * @return whether another one than before is in use now
     */
    boolean watchLocal() {
        if (!onThisMachine()) return false;
        Optional<URI> before = service();
        Optional<URI> now = local.find().or(local::findOrServe);
        if (now.isEmpty() || now.equals(before)) return false;
        synchronized (this) {
            if (client != null) forget(client);
        }
        return true;
    }

    boolean servedHere() {
        return local.serving();
    }

    /** Whether the service of this machine answers, wherever it runs. */
    boolean localAnswers() {
        return local.find().isPresent();
    }

    /** Whether the service is on this machine only, so that loopback addresses mean something to all who read its list. */
    boolean onLoopback() {
        return service().map(BootstrapAccess::isLoopback).orElse(true);
    }

    private static boolean isLoopback(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The last good list of a room, from this run or an earlier one. */
    Optional<BootstrapData> lastList(RoomName room) {
        if (lists.containsKey(room)) return Optional.of(lists.get(room));
        Path file = file(room);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(BootstrapJson.ofAnswers().read(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    private void keep(RoomName room, BootstrapData data) {
        if (data.equals(lists.put(room, data))) return;
        Path file = file(room);
        try {
            WholeFile.write(file, fresh -> Files.writeString(fresh, BootstrapJson.write(data)));
        } catch (IOException e) {
            LOG.debug("{} cannot be written", file, e);
        }
    }

    private Path file(RoomName room) {
        return folder.resolve("peers-" + FileNames.of(room) + ".json");
    }

    @Override
    public void close() {
        synchronized (this) {
            if (client != null) client.close();
        }
        local.close();
    }
}
