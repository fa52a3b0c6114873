package dev.parley.app;

import dev.parley.bootstrap.server.SlowClientLimits;
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
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, error) -> LogManager.getLogger(Parley.class).error("{} died", thread.getName(), error));
            return wiring.run(streams);
        } catch (RuntimeException e) {
            LogManager.getLogger(Parley.class).error("Ended by a defect", e);
            System.err.println("Parley has a defect and cannot go on (" + e + "); the log says more.");
            return ExitStatus.FAILED;
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
