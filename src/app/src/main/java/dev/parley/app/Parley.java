package dev.parley.app;

import dev.parley.bootstrap.server.SlowClientLimits;
import dev.parley.desktop.Display;
import dev.parley.desktop.NoWindowException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;

/** The program. Ends with the status of its face; after SIGINT with 130 and after SIGTERM with 143, both in order. */
public final class Parley {
    private Parley() {}

    public static void main(String[] arguments) {
        refuseSerializedObjects();
        SlowClientLimits.applyToThisProcess();
        // From Java 22 on there is a console for pipes too, which is not what decides between the faces.
        System.setProperty("jdk.console", "java.base");
        System.exit(start(arguments).code());
    }

    /** Before the first class of JGroups is touched: it reads this once. */
    private static void refuseSerializedObjects() {
        System.setProperty("jgroups.deserialization.filter", "!*");
    }

    private static ExitStatus start(String[] arguments) {
        try {
            LaunchOptions options = LaunchOptions.parse(arguments, System.getenv());
            if (options.help()) System.out.print(LaunchOptions.helpText());
            else if (options.version()) System.out.println("Parley " + version());
            else return run(options);
            return ExitStatus.OK;
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
            return e.status();
        }
    }

    private static ExitStatus run(LaunchOptions options) throws LaunchException {
        Streams streams = new Streams(System.in, System.out, atTerminal());
        // Standard output is the face's alone: what a library prints goes elsewhere.
        System.setOut(System.err);
        try (Wiring wiring = new Wiring(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(wiring::close, "parley-end"));
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, error) -> LogManager.getLogger(Parley.class).error("{} died", thread.getName(), error));
            return wantsWindow(options, streams) && hasDisplay()
                    ? inWindow(options, wiring, streams)
                    : new TerminalRun(options, wiring, streams).run();
        } catch (RuntimeException e) {
            LogManager.getLogger(Parley.class).error("Ended by a defect", e);
            System.err.println("Parley has a defect and cannot go on (" + e + "); the log says more.");
            return ExitStatus.FAILED;
        }
    }

    private static boolean wantsWindow(LaunchOptions options, Streams streams) {
        return options.leaveRoomForWindow()
                && (streams.terminal()
                        || !new StandardInput(streams.in(), Path.of("/proc/self/fd/0")).carriesCommands());
    }

    private static boolean hasDisplay() {
        Optional<String> obstacle =
                new Display(System.getProperty("os.name"), System.getenv(), Path.of("/")).obstacle();
        obstacle.ifPresent(System.err::println);
        return obstacle.isEmpty();
    }

    private static ExitStatus inWindow(LaunchOptions options, Wiring wiring, Streams streams) throws LaunchException {
        try {
            return new WindowRun(options, wiring).run(System.err::println);
        } catch (NoWindowException e) {
            System.err.println(e.getMessage());
            return new TerminalRun(options, wiring, streams).run();
        }
    }

    /** Whether both standard input and output are a terminal; main has seen to it that this is so on every Java. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean atTerminal() {
        return System.console() != null;
    }

    /** What this build is called. */
    static String version() {
        return Optional.ofNullable(Parley.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
