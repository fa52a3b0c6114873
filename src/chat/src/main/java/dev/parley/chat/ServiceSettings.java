package dev.parley.chat;

import dev.parley.bootstrap.BootstrapSettings;
import java.net.URI;
import java.util.Optional;

/**
 * Which bootstrap data service a peer uses, and what it shows to it.
 *
 * @param url empty: the one of this machine, found or run when it is needed
 * @param token what the service asks for; empty: nothing
 * @param tokenInClear whether the token may travel readable by all to a service that is not on this machine
 */
public record ServiceSettings(Optional<URI> url, Optional<String> token, boolean tokenInClear) {
    /** The service of this machine. */
    public static final ServiceSettings OF_THIS_MACHINE =
            new ServiceSettings(Optional.empty(), Optional.empty(), false);

    /**
     * Checks that the token may travel to the service.
     *
     * @throws IllegalArgumentException with one sentence if it may not, or is no token
     */
    public ServiceSettings {
        if (token.isPresent()) asking(url.orElse(URI.create("http://127.0.0.1")), token, tokenInClear);
    }

    /** A service that wants no token. */
    public static ServiceSettings at(URI url) {
        return new ServiceSettings(Optional.of(url), Optional.empty(), false);
    }

    /** How to ask at a URL: the one here, or that at which the service of this machine was found. */
    BootstrapSettings asking(URI place) {
        return asking(place, token, tokenInClear);
    }

    private static BootstrapSettings asking(URI place, Optional<String> token, boolean inClear) {
        BootstrapSettings plain = BootstrapSettings.of(place.toString());
        if (token.isEmpty()) return plain;
        return inClear ? plain.withTokenInClear(token.get()) : plain.withToken(token.get());
    }
}
