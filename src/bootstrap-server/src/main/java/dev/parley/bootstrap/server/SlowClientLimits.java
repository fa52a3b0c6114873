package dev.parley.bootstrap.server;

import java.util.Map;

/**
 * Limits of the JDK's HTTP server that only system properties can set, once for the whole process and before its first server is
 * made. A main class that runs a {@link BootstrapServer} applies them first; a library must not, since every HTTP server of the
 * process would get them.
 */
public final class SlowClientLimits {
    /** By name: seconds, except for the last three. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "20",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxIdleConnections", "500",
            "jdk.httpserver.maxConnections", "2000",
            "sun.net.httpserver.nodelay", "true");

    private SlowClientLimits() {}

    /**
     * Closes connections whose request takes longer than 5 s to arrive or whose answer takes longer than 20 s to leave, as well as
     * those beyond the first 2,000, and sends answers without waiting for an acknowledgement of their headers, which takes 40 ms on Linux. A property that is set already
     * stays as it is.
     */
    public static void applyToThisProcess() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) System.setProperty(name, value);
        });
    }
}
