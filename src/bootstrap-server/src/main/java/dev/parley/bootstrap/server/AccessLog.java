package dev.parley.bootstrap.server;

import com.sun.net.httpserver.HttpExchange;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One line a request at level debug of the logger {@value #LOGGER}: who, what, status, bytes of the answer and milliseconds. Neither
 * bodies nor tokens are written, and nothing that a client sends makes a second line. Any thread.
 */
public final class AccessLog {
    /** The logger that a program sends to a file of its own. */
    public static final String LOGGER = "dev.parley.bootstrap.access";

    private static final Logger LOG = LogManager.getLogger(LOGGER);
    private static final int MAX_TARGET = 200;

    private AccessLog() {}

    static void write(HttpExchange exchange, int status, long bytes, long beganNanos) {
        if (!LOG.isDebugEnabled()) return;
        LOG.debug(
                "{} \"{} {}\" {} {} {}",
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                visible(exchange.getRequestMethod()),
                visible(exchange.getRequestURI().toString()),
                status,
                bytes,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
    }

    private static String visible(String text) {
        String line = text.replaceAll("[^\\x21-\\x7e]|\"", "?");
        return line.length() > MAX_TARGET ? line.substring(0, MAX_TARGET) + "..." : line;
    }
}
