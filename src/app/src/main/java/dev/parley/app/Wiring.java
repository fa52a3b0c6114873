package dev.parley.app;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent.Level;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.chat.SessionSettings;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import dev.parley.group.StackFileException;
import dev.parley.terminal.Face;
import dev.parley.terminal.JsonFace;
import dev.parley.terminal.LaunchPlan;
import dev.parley.terminal.Palette;
import dev.parley.terminal.PlainFace;
import dev.parley.terminal.TerminalFace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;

/**
 * The one place where the parts meet: constructs each once, and closes them in reverse order, which is also what happens when
 * the process is told to end.
 */
final class Wiring implements AutoCloseable {
    private static final String DEFAULT_STACK = "tcp";

    private final LaunchOptions options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<NoticeGiven> notices = new ArrayList<>();
    private final Session session;
    private final Console console;
    private volatile Optional<Face> face = Optional.empty();

    /** @throws LaunchException if a part cannot be had; those before it are closed again */
    Wiring(LaunchOptions options) throws LaunchException {
        this.options = options;
        try {
            PeerFolder folder = openFolder();
            openLog(folder);
            open(() -> face.ifPresent(Face::flush));
            session = open(
                    new Session(settings(folder), JGroupsGroup.FACTORY, open(new LocalService(LocalService.PORTS))));
            console = open(new Console(session, ConsoleSettings.in(folder.path(), Parley.version())));
        } catch (LaunchException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Runs the face to its end, or to that of the process. */
    ExitStatus run(Streams streams) throws LaunchException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "parley-end"));
        LaunchPlan plan = new LaunchPlan(
                options.scripts(),
                options.commands(),
                options.manual(),
                options.stay(),
                notices,
                LaunchPlan.USUAL_PATIENCE);
        Face chosen = face(streams);
        face = Optional.of(chosen);
        return chosen.run(plan) == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    /** Ends everything in reverse order; what fails is logged and does not keep the rest from ending. Idempotent. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LogManager.getLogger(Wiring.class).warn("A part did not end well", e);
            }
        }
    }

    private PeerFolder openFolder() throws LaunchException {
        Path root = options.dataDirectory()
                .orElseGet(() -> DataFolder.ofThisUser(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()));
        PeerFolder folder = open(new DataFolder(root).claim(options.name()));
        folder.notice().ifPresent(text -> notices.add(new NoticeGiven(Level.WARN, text)));
        if (!folder.name().equals(options.name()))
            notices.add(new NoticeGiven(
                    Level.INFO,
                    "%s is running on this machine already, so this peer is %s."
                            .formatted(options.name(), folder.name())));
        return folder;
    }

    private void openLog(PeerFolder folder) throws LaunchException {
        Path file = options.log().orElse(folder.path().resolve("parley.log")).toAbsolutePath();
        ProgramLog.open(file, options.logLevel());
        open(ProgramLog::close);
        notices.add(new NoticeGiven(Level.INFO, "The log goes to %s.".formatted(file)));
    }

    private SessionSettings settings(PeerFolder folder) throws LaunchException {
        List<Path> stackFolders = stackFolders();
        StackFile stack = stack(stackFolders);
        tellIfPortIsTaken();
        return new SessionSettings(
                folder.name(),
                options.room(),
                service(),
                stack,
                stackFolders,
                new SessionSettings.Bind(options.bindAddress(), options.bindPort()),
                folder.path());
    }

    /** The stack's {@code port_range} decides what happens then, but who asked for a port wants to know. */
    private void tellIfPortIsTaken() {
        int port = options.bindPort().orElse(0);
        if (port == 0) return;
        try (ServerSocket probe =
                new ServerSocket(port, 1, options.bindAddress().orElse(null))) {
            LogManager.getLogger(Wiring.class).debug("Port {} is free", probe.getLocalPort());
        } catch (IOException e) {
            notices.add(new NoticeGiven(
                    Level.WARN,
                    "Port %d is in use on this machine; the next one that the stack file allows is taken."
                            .formatted(port)));
        }
    }

    private Optional<URI> service() throws LaunchException {
        if (options.serve().isEmpty()) return options.bootstrap();
        ServedService served = open(ServedService.start(options.serve().get(), options.bindAddress()));
        for (String invitation : served.invitations()) notices.add(new NoticeGiven(Level.INFO, invitation));
        return Optional.of(served.url());
    }

    private StackFile stack(List<Path> folders) throws LaunchException {
        try {
            return options.stack().equals(DEFAULT_STACK)
                    ? StackFile.bundled(DEFAULT_STACK)
                    : StackFile.find(options.stack(), folders);
        } catch (StackFileException e) {
            throw new LaunchException(ExitStatus.WRONG_OPTIONS, e.getMessage(), e);
        }
    }

    /** The folder of stack files beside the program, if it is installed. */
    private static List<Path> stackFolders() {
        CodeSource source = Wiring.class.getProtectionDomain().getCodeSource();
        if (source == null) return List.of();
        try {
            return List.of(Path.of(source.getLocation().toURI()).resolveSibling("jgroups-config"));
        } catch (URISyntaxException e) {
            return List.of();
        }
    }

    private Face face(Streams streams) throws LaunchException {
        if (options.json()) return new JsonFace(session, console, streams.in(), streams.out());
        Palette palette = Palette.choose(streams.terminal(), options.noColor(), System.getenv());
        if (!streams.terminal()) return new PlainFace(session, console, streams.in(), streams.out(), palette);
        try {
            return open(TerminalFace.open(session, console, palette));
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED, "This terminal cannot be used (" + e.getMessage() + "); try --json.", e);
        }
    }

    private synchronized <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }
}
