package dev.parley.console.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as people write them: {@code 127.0.0.1:7800}, {@code [::1]:7800}, {@code localhost:7800}. */
public final class HostAndPort {
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.%\\w]+)]|(?<host>[^:\\[\\]\\s]+)):(?<port>\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    private HostAndPort() {}

    /**
     * Reads a name or literal with a port; an IPv6 literal stands in brackets. A name is looked up.
     *
     * @throws IllegalArgumentException with one sentence if it is none, or the name is unknown
     */
    public static InetSocketAddress parse(String text) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group("port")) : 0;
        if (port < 1 || port > MAX_PORT)
            throw new IllegalArgumentException("'" + HarmlessText.shortened(text, 80)
                    + "' is no address; write host:port, for example 127.0.0.1:7800 or [::1]:7800.");
        String host = matcher.group("host") == null ? matcher.group("six") : matcher.group("host");
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The host '" + host + "' is unknown; check its spelling.", e);
        }
    }
}
