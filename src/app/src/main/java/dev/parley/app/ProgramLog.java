package dev.parley.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.rolling.DefaultRolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Sends everything logged, by Parley and by its libraries, to one file of at most 10 MB and two older ones. Set up in code: no
 * search for configuration files, and nothing ever on standard output. Written by a thread of its own.
 */
final class ProgramLog {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%t] %c{1.}: %m%n";

    private static final int QUEUE = 8_192;
    private static final long LAST_LINES_MILLIS = 2_000;

    private ProgramLog() {}

    /** Logs nothing until the file is known. Must come before the first logger is asked for. */
    static void quiet() {
        Configurator.initialize(new Nowhere());
    }

    /**
     * Must come before the first logger is asked for, or after {@link #quiet}.
     *
     * @throws LaunchException if the file cannot be written
     */
    static void open(Path file, Level level) throws LaunchException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.WRONG_OPTIONS,
                    "The log cannot be written to %s; name another file with --log.".formatted(file),
                    e);
        }
        Configuration configuration = new ToFile(file, level);
        LoggerContext context = Configurator.initialize(configuration);
        if (context.getConfiguration() != configuration) context.reconfigure(configuration);
    }

    static void close() {
        LogManager.shutdown();
    }

    private static final class Nowhere extends AbstractConfiguration {
        private Nowhere() {
            super(new LoggerContext("parley"), ConfigurationSource.NULL_SOURCE);
            isShutdownHookEnabled = false;
        }

        @Override
        protected void doConfigure() {
            getRootLogger().setLevel(Level.OFF);
        }
    }

    private static final class ToFile extends AbstractConfiguration {
        private final Path file;
        private final Level level;

        private ToFile(Path file, Level level) {
            super(new LoggerContext("parley"), ConfigurationSource.NULL_SOURCE);
            this.file = file;
            this.level = level;
            isShutdownHookEnabled = false;
        }

        /** Starts no appender: the configuration does, and a second start of the queue would leave the first one's thread behind. */
        @Override
        protected void doConfigure() {
            RollingFileAppender appender = RollingFileAppender.newBuilder()
                    .setName("file")
                    .setFileName(file.toString())
                    .setFilePattern(file + ".%i")
                    .setPolicy(SizeBasedTriggeringPolicy.createPolicy("10MB"))
                    .setStrategy(DefaultRolloverStrategy.newBuilder()
                            .setMax("2")
                            .setConfig(this)
                            .build())
                    .setLayout(PatternLayout.newBuilder()
                            .setPattern(PATTERN)
                            .setCharset(StandardCharsets.UTF_8)
                            .setConfiguration(this)
                            .build())
                    .setConfiguration(this)
                    .build();
            addAppender(appender);
            AsyncAppender queue = queueTo(appender.getName());
            addAppender(queue);
            // Which levels go there is said by the loggers alone, so that one of them may say more than the others.
            getRootLogger().addAppender(queue, null, null);
            getRootLogger().setLevel(level);
        }

        /** Whoever logs waits for no disk, unless more is logged than it can take. */
        private AsyncAppender queueTo(String appender) {
            return AsyncAppender.newBuilder()
                    .setName("queue")
                    .setAppenderRefs(new AppenderRef[] {AppenderRef.createAppenderRef(appender, null, null)})
                    .setConfiguration(this)
                    .setBufferSize(QUEUE)
                    .setShutdownTimeout(LAST_LINES_MILLIS)
                    .build();
        }
    }
}
