package dev.parley.console.log;

import dev.parley.console.api.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** The file that {@code log on} writes the log to, besides wherever else it goes. Confined to the console thread. */
public final class LogFile {
    private static final String APPENDER = "parley-console";
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %logger{1}: %msg%n%throwable";
    private Optional<Path> open = Optional.empty();

    Optional<Path> file() {
        return open;
    }

    /** Writes to this file from now on, behind what it holds; no longer to another. */
    void open(Path file) throws CommandException {
        Path absolute = file.toAbsolutePath();
        check(absolute);
        LoggerContext context = context();
        close();
        Configuration configuration = context.getConfiguration();
        FileAppender appender = FileAppender.newBuilder()
                .setName(APPENDER)
                .setFileName(absolute.toString())
                .setLayout(PatternLayout.newBuilder()
                        .setPattern(PATTERN)
                        .setCharset(StandardCharsets.UTF_8)
                        .build())
                .setConfiguration(configuration)
                .build();
        appender.start();
        configuration.addAppender(appender);
        configuration.getRootLogger().addAppender(appender, null, null);
        context.updateLoggers();
        open = Optional.of(absolute);
    }

    /** Stops writing; does nothing if no file is open. */
    void close() throws CommandException {
        if (open.isEmpty()) return;
        LoggerContext context = context();
        context.getConfiguration().getRootLogger().removeAppender(APPENDER);
        FileAppender appender = context.getConfiguration().getAppender(APPENDER);
        context.getConfiguration().getAppenders().remove(APPENDER);
        if (appender != null) appender.stop();
        context.updateLoggers();
        open = Optional.empty();
    }

    private static void check(Path file) throws CommandException {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new CommandException(
                    "The log cannot be written to %s; check that its folder is there and may be written to."
                            .formatted(file),
                    e);
        }
    }

    private static LoggerContext context() throws CommandException {
        if (LogManager.getContext(false) instanceof LoggerContext context) return context;
        throw new CommandException("The log of this program goes elsewhere and cannot be redirected from here.");
    }
}
