package dev.parley.console.lab;

import dev.parley.chat.Connection;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.chat.SessionState;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Suggestions;
import dev.parley.group.StackFile;
import dev.parley.lab.Lab;
import dev.parley.lab.LabException;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import dev.parley.lab.Stamp;
import dev.parley.lab.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Peers that this console has started on this machine, in the room of its session. Used on the console thread, which may be
 * interrupted; closed from any.
 */
public final class LabBench implements AutoCloseable {
    static final int MOST_PEERS = 100;

    private static final Logger LOG = LogManager.getLogger();

    /** So many start at once: more only keep each other from starting. */
    private static final int AT_ONCE = 4;

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration GOOD_BYE = Duration.ofSeconds(5);

    private final Session session;
    private final Optional<LabProgram> program;
    private final Witness witness = new Witness();
    private final List<BenchPeer> peers = new CopyOnWriteArrayList<>();
    private final OwnAccount own;
    private Optional<Lab> lab = Optional.empty();
    private Optional<LabFolder> folder = Optional.empty();
    private int lastNumber;
    private boolean closed;

    public LabBench(Session session, Optional<LabProgram> program) {
        this.session = session;
        this.program = program;
        this.own = new OwnAccount(session);
    }

    /** All peers started so far that were not stopped, those included that have ended. */
    List<BenchPeer> peers() {
        return List.copyOf(peers);
    }

    List<BenchPeer> running() {
        return peers.stream().filter(peer -> peer.process().running()).toList();
    }

    /** The names of those that run, with where they stand. */
    Suggestions suggestions() {
        return (session, typed) ->
                running().stream().map(peer -> new Suggestions.Suggestion(peer.name(), peer.state()));
    }

    /** @throws CommandException if there is none of that name, or it has ended */
    BenchPeer runningPeer(String name) throws CommandException {
        return running().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        running().isEmpty()
                                ? "There is no lab peer '%s', and none at all: type lab start 3.".formatted(name)
                                : "There is no lab peer '%s' running; there are %s."
                                        .formatted(name, String.join(", ", names(running())))));
    }

    static List<String> names(List<BenchPeer> peers) {
        return peers.stream().map(BenchPeer::name).toList();
    }

    /** What a peer's trouble is to who typed the command: its first line. */
    static CommandException failed(RuntimeException e) {
        return new CommandException(e.getMessage().lines().findFirst().orElse("This failed."), e);
    }

    Witness witness() {
        return witness;
    }

    OwnAccount own() {
        return own;
    }

    /**
     * Starts so many more and waits until each is in the room.
     *
     * @param stack the stack file of theirs, or empty for this peer's
     */
    List<BenchPeer> start(int count, Optional<String> stack)
            throws CommandException, SessionException, InterruptedException {
        if (session.state() != SessionState.JOINED && session.state() != SessionState.ALONE)
            throw new CommandException("Lab peers join your room, and you are in none: type join.");
        if (running().size() + count > MOST_PEERS)
            throw new CommandException("A lab has at most %d peers, and %d run already."
                    .formatted(MOST_PEERS, running().size()));
        Lab current = lab();
        List<String> options = options(current, stack);
        own.begin();
        List<BenchPeer> started = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                if (i >= AT_ONCE) letJoin(started.get(i - AT_ONCE));
                started.add(launch(current, options));
            }
            for (BenchPeer peer : started.subList(Math.max(0, count - AT_ONCE), count)) letJoin(peer);
        } catch (LabException e) {
            started.forEach(this::discard);
            throw new CommandException("The lab peers did not come up: " + firstLine(e), e);
        } catch (InterruptedException e) {
            started.forEach(this::discard);
            throw e;
        }
        return started;
    }

    private static String firstLine(LabException e) {
        return e.getMessage().lines().findFirst().orElse("no reason is known") + "; the log says more.";
    }

    private synchronized Lab lab() throws CommandException {
        if (closed) throw new CommandException("The program is ending.");
        if (lab.isPresent()) return lab.get();
        LabProgram found = program.orElseThrow(
                () -> new CommandException("This program does not know how it is started, so it cannot start peers."));
        try {
            LabFolder fresh = LabFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
            folder = Optional.of(fresh);
            lab = Optional.of(new Lab(new LabSettings(
                    deafToTheTerminal(found.command()),
                    found.environment(),
                    fresh.path(),
                    Optional.empty(),
                    List.of("--bind-port", "0"))));
            return lab.get();
        } catch (IOException e) {
            throw noFolder(e);
        }
    }

    /** Ctrl-C at a terminal goes to every process there, and is meant for the one that somebody types to. */
    private static List<String> deafToTheTerminal(List<String> command) {
        if (System.getProperty("os.name").startsWith("Windows")) return command;
        return Stream.concat(Stream.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"), command.stream())
                .toList();
    }

    private List<String> options(Lab current, Optional<String> stack) throws CommandException, SessionException {
        Connection.Configuration configuration = session.connection().configuration();
        StackFile file = stack.isPresent() ? session.connection().stackNamed(stack.get()) : configuration.stack();
        List<String> options =
                new ArrayList<>(List.of("--manual", "--room", session.room().text()));
        session.bootstrap()
                .configured()
                .ifPresent(service -> options.addAll(List.of("--bootstrap", service.toString())));
        configuration
                .bindAddress()
                .ifPresent(address -> options.addAll(List.of("--bind-addr", address.getHostAddress())));
        try {
            Files.createDirectories(current.settings().folder());
            Path own = Files.createTempDirectory(current.settings().folder(), "stack");
            Path copy = Files.writeString(own.resolve(file.name() + ".xml"), file.toXml());
            options.addAll(List.of("--stack", copy.toString()));
        } catch (IOException e) {
            throw noFolder(e);
        }
        return options;
    }

    private static CommandException noFolder(IOException e) {
        return new CommandException(
                "The lab's data cannot be written (%s); free some space in %s."
                        .formatted(e.getMessage(), System.getProperty("java.io.tmpdir")),
                e);
    }

    private BenchPeer launch(Lab current, List<String> options) throws CommandException {
        String name = "p" + ++lastNumber;
        try {
            Path data = Files.createDirectories(current.dataFolder(name));
            Files.writeString(data.resolve("settings"), "allow-remote-faults=on\nallow-remote-stack=on\n");
        } catch (IOException e) {
            throw noFolder(e);
        }
        LabPeer process = current.start(name, options.toArray(String[]::new));
        witness.follow(process);
        BenchPeer peer = new BenchPeer(process);
        peers.add(peer);
        return peer;
    }

    /** They start together and join one after the other, so that their order in the view is known. */
    private void letJoin(BenchPeer peer) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        PeerOutput.Result joined = peer.process().run("join", START_PATIENCE);
        joined.error().ifPresent(error -> {
            throw new LabException(peer.name() + ": " + error);
        });
        peer.process().awaitState(START_PATIENCE, "joined", "alone");
        peer.isIn(Stamp.parse(System.currentTimeMillis() + ".0"));
    }

    private void discard(BenchPeer peer) {
        peer.process().close();
        peers.remove(peer);
    }

    /** Lets all leave in order, and kills who does not. */
    List<BenchPeer> stop() {
        List<BenchPeer> stopped = running();
        stopped.forEach(BenchPeer::leave);
        long end = System.nanoTime() + GOOD_BYE.toNanos();
        for (BenchPeer peer : stopped) {
            try {
                peer.process().awaitExit(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (LabException stillThere) {
                LOG.debug("{} is killed", peer.name(), stillThere);
                peer.process().close();
            }
        }
        peers.clear();
        return stopped;
    }

    /** Ends all of them. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        own.close();
        if (lab.isEmpty()) return;
        stop();
        lab.get().close();
        lab = Optional.empty();
        folder.ifPresent(LabFolder::close);
        folder = Optional.empty();
    }
}
