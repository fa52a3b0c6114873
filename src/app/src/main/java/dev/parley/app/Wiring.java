package dev.parley.app;

import dev.parley.chat.PeerName;
import dev.parley.chat.ServiceSettings;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent.Level;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.chat.SessionSettings;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import dev.parley.console.settings.Settings;
import dev.parley.desktop.settings.PeerChoice;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import dev.parley.group.StackFileException;
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
 * the process is told to end. Parts are opened from one thread at a time, and closed from any.
 */
final class Wiring implements AutoCloseable {
    private static final String DEFAULT_STACK = "tcp";

    private final LaunchOptions options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<NoticeGiven> notices = new ArrayList<>();
    private Optional<PeerFolder> folder = Optional.empty();
    private Optional<Settings> userSettings = Optional.empty();
    private boolean logging;
    private boolean closed;

    /** Constructs nothing yet. */
    Wiring(LaunchOptions options) {
        this.options = options;
    }

    /** What a face shows, the bootstrap service that was asked for, and what the user should be told at the start. */
    record Peer(Session session, Console console, Optional<URI> service, List<NoticeGiven> notices) {}

    /** Where this user's files are. */
    Path dataDirectory() {
        return options.storage()
                .dataDirectory()
                .orElseGet(() -> DataFolder.ofThisUser(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()));
    }

    /** Takes the folder of this name, or of one with a number; a folder that was taken before is kept. */
    PeerFolder claim(PeerName name) throws LaunchException {
        if (folder.isPresent()) return folder.get();
        PeerFolder claimed = open(new DataFolder(dataDirectory()).claim(name));
        folder = Optional.of(claimed);
        claimed.notice().ifPresent(text -> notices.add(new NoticeGiven(Level.WARN, text)));
        if (!claimed.name().equals(name))
            notices.add(new NoticeGiven(
                    Level.INFO,
                    "%s is running on this machine already, so this peer is %s.".formatted(name, claimed.name())));
        return claimed;
    }

    /** Lets everything be logged to the file of this run, if it is not yet. */
    void openLog(PeerFolder claimed) throws LaunchException {
        if (logging) return;
        Path file = options.log()
                .file()
                .orElse(claimed.path().resolve("parley.log"))
                .toAbsolutePath();
        ProgramLog.open(file, options.log().level());
        open(ProgramLog::close);
        logging = true;
        notices.add(new NoticeGiven(Level.INFO, "The log goes to %s.".formatted(file)));
    }

    /** Builds the session and its console, and connects nothing. */
    Peer build(PeerFolder claimed, PeerChoice choice) throws LaunchException {
        SessionSettings settings = settings(claimed, choice);
        Session session = open(new Session(settings, JGroupsGroup.FACTORY, open(new LocalService(LocalService.PORTS))));
        Console console = open(new Console(session, consoleSettings(claimed)));
        return new Peer(session, console, settings.service().url(), List.copyOf(notices));
    }

    private ConsoleSettings consoleSettings(PeerFolder claimed) {
        return new ConsoleSettings(
                claimed.shared(),
                userSettings(),
                Parley.version(),
                Optional.of(OwnProgram.of(System.getProperties())),
                options.java());
    }

    /** What the user has set, the same for all parts of the program. */
    Settings userSettings() {
        if (userSettings.isEmpty())
            userSettings = Optional.of(new Settings(dataDirectory().resolve("settings")));
        return userSettings.get();
    }

    /** Has this closed when its turn comes; at once if everything has ended already. */
    <T extends AutoCloseable> T open(T part) throws LaunchException {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        closeOne(part);
        throw new LaunchException(ExitStatus.FAILED, "Parley is ending.");
    }

    /** Ends everything in reverse order; what fails is logged and does not keep the rest from ending. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) closeOne(parts.pop());
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LogManager.getLogger(Wiring.class).warn("A part did not end well", e);
        }
    }

    private SessionSettings settings(PeerFolder claimed, PeerChoice choice) throws LaunchException {
        List<Path> stackFolders = stackFolders();
        StackFile stack = stack(stackFolders);
        tellIfPortIsTaken();
        return new SessionSettings(
                claimed.name(),
                choice.room(),
                service(choice),
                stack,
                stackFolders,
                new SessionSettings.Bind(
                        options.group().bindAddress(), options.group().bindPort()),
                claimed.path(),
                options.storage().history());
    }

    /** The stack's {@code port_range} decides what happens then, but who asked for a port wants to know. */
    private void tellIfPortIsTaken() {
        int port = options.group().bindPort().orElse(0);
        if (port == 0) return;
        try (ServerSocket probe =
                new ServerSocket(port, 1, options.group().bindAddress().orElse(null))) {
            LogManager.getLogger(Wiring.class).debug("Port {} is free", probe.getLocalPort());
        } catch (IOException e) {
            notices.add(new NoticeGiven(
                    Level.WARN,
                    "Port %d is in use on this machine; the next one that the stack file allows is taken."
                            .formatted(port)));
        }
    }

    private ServiceSettings service(PeerChoice choice) throws LaunchException {
        if (options.service().serve().isEmpty()) return service(choice.service());
        ServedService served = open(ServedService.start(
                options.service().serve().get(),
                options.group().bindAddress(),
                options.service().token()));
        for (String invitation : served.invitations()) notices.add(new NoticeGiven(Level.INFO, invitation));
        // It is this very process: what it is sent does not leave the machine.
        return new ServiceSettings(Optional.of(served.url()), options.service().token(), true);
    }

    private ServiceSettings service(Optional<URI> url) throws LaunchException {
        try {
            return new ServiceSettings(
                    url, options.service().token(), options.service().tokenInClear());
        } catch (IllegalArgumentException e) {
            throw new LaunchException(
                    ExitStatus.WRONG_OPTIONS, "--token-file: " + e.getMessage() + " with --token-in-clear.", e);
        }
    }

    private StackFile stack(List<Path> folders) throws LaunchException {
        try {
            return options.group().stack().equals(DEFAULT_STACK)
                    ? StackFile.bundled(DEFAULT_STACK)
                    : StackFile.find(options.group().stack(), folders);
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
}
