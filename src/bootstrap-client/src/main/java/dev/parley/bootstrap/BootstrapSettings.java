package dev.parley.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a service is and how long to wait for it.
 *
 * @param url http or https, with a host, without query and fragment; a path is kept and the operations' names follow it
 * @param token sent as {@code Authorization: Bearer}
 * @param tokenInClear whether the token may travel readable by all; if not, it is allowed only over https or to loopback
 * @param connectTimeout how long connecting to one of the host's addresses may take
 * @param callTimeout how long a whole call may take, from the lookup of the host to the last byte of the answer
 */
public record BootstrapSettings(
        URI url, Optional<String> token, boolean tokenInClear, Duration connectTimeout, Duration callTimeout) {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,1024}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException with one sentence if one is not as described
     */
    public BootstrapSettings {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null || url.getPort() > 65_535)
            throw new IllegalArgumentException(
                    url + " is not the URL of a bootstrap service; write it like http://localhost:8080");
        if (url.getRawQuery() != null || url.getRawFragment() != null)
            throw new IllegalArgumentException(url + " has a query or a fragment; leave out what begins with ? or #");
        if (token.isPresent() && !isToken(token.get()))
            throw new IllegalArgumentException("a token has 1 to 1024 visible ASCII characters; check the token file");
        if (token.isPresent()
                && !tokenInClear
                && scheme.equals("http")
                && !LOOPBACK.matcher(url.getHost()).matches())
            throw new IllegalArgumentException("the token would travel readable by all to " + url
                    + "; use an https URL, or allow it if you trust the network");
        if (connectTimeout.isNegative() || connectTimeout.isZero() || callTimeout.isNegative() || callTimeout.isZero())
            throw new IllegalArgumentException("a time-out of the bootstrap service is not positive");
    }

    /**
     * A service without a token, with 1 s to connect and 3 s for a call.
     *
     * @param url as people type it: {@code http://} may be missing, a slash may end it
     * @throws IllegalArgumentException with one sentence if it is no such URL
     */
    public static BootstrapSettings of(String url) {
        String text = url.contains("://") ? url : "http://" + url;
        try {
            return new BootstrapSettings(
                    new URI(text), Optional.empty(), false, Duration.ofSeconds(1), Duration.ofSeconds(3));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    WireText.quoted(url) + " is not the URL of a bootstrap service; write it like"
                            + " http://localhost:8080",
                    e);
        }
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    public BootstrapSettings withToken(String bearer) {
        return new BootstrapSettings(url, Optional.of(bearer), tokenInClear, connectTimeout, callTimeout);
    }

    /** The same with a token that may travel readable by all, for a network whose every machine is trusted. */
    public BootstrapSettings withTokenInClear(String bearer) {
        return new BootstrapSettings(url, Optional.of(bearer), true, connectTimeout, callTimeout);
    }

    public BootstrapSettings withTimeouts(Duration connect, Duration call) {
        return new BootstrapSettings(url, token, tokenInClear, connect, call);
    }
}
