package dev.parley.app;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import picocli.CommandLine.Option;

/** What is logged, and where. */
final class LogOptions {
    @Option(
            names = {"--log", "-debugfile"},
            paramLabel = "FILE",
            description = "Write the log to this file. Default: parley.log in the peer's data folder.")
    private Path file;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            converter = OptionValues.LogLevel.class,
            completionCandidates = OptionValues.LogLevels.class,
            description = "off, error, warn, info, debug or trace. Default: info.")
    private Level level;

    @Option(names = "-debug", description = "The same as --log-level debug.")
    private boolean debug;

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    Level level() {
        if (level != null) return level;
        return debug ? Level.DEBUG : Level.INFO;
    }
}
