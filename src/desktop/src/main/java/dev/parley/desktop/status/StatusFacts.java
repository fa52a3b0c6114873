package dev.parley.desktop.status;

import java.net.URI;
import java.util.Optional;

/**
 * What can only be learnt by asking.
 *
 * @param stack the name of the stack file
 * @param service the bootstrap data service in use
 */
public record StatusFacts(String stack, Optional<URI> service) {
    static final StatusFacts NONE = new StatusFacts("", Optional.empty());

    /** The service, short enough for a bar. */
    String serviceText() {
        return service.map(StatusFacts::hostAndPort).orElse("no service");
    }

    private static String hostAndPort(URI url) {
        if (url.getHost() == null) return url.toString();
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }
}
