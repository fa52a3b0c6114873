package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.server.AccessLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.rolling.DefaultRolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Sends the service's access log to a file, and to old ones beside it when it has grown. */
final class AccessLogFile {
    private AccessLogFile() {}

    /** @throws IOException with one sentence if the file cannot be written */
    static void open(Path file) throws IOException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new IOException(
                    "The access log cannot be written to " + file + "; name another file with --access-log.", e);
        }
        LoggerContext context = LoggerContext.getContext(false);
        Configuration configuration = context.getConfiguration();
        RollingFileAppender appender = RollingFileAppender.newBuilder()
                .setName("access")
                .setFileName(file.toString())
                .setFilePattern(file + ".%i")
                .setPolicy(SizeBasedTriggeringPolicy.createPolicy("10MB"))
                .setStrategy(DefaultRolloverStrategy.newBuilder()
                        .setMax("4")
                        .setConfig(configuration)
                        .build())
                .setLayout(PatternLayout.newBuilder()
                        .setPattern("%d{ISO8601_OFFSET_DATE_TIME_HHCMM} %msg%n")
                        .setCharset(StandardCharsets.UTF_8)
                        .setConfiguration(configuration)
                        .build())
                .setConfiguration(configuration)
                .build();
        appender.start();
        configuration.addAppender(appender);
        LoggerConfig access = new LoggerConfig(AccessLog.LOGGER, Level.DEBUG, false);
        access.addAppender(appender, Level.DEBUG, null);
        configuration.addLogger(AccessLog.LOGGER, access);
        context.updateLoggers();
    }
}
