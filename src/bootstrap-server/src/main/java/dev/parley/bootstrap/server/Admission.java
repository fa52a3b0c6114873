package dev.parley.bootstrap.server;

import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Who may ask, and how often. Any thread. */
final class Admission {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;
    private final RateLimiter limiter;

    Admission(ServicePolicy policy) {
        token = policy.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
        limiter = new RateLimiter(policy.rate(), System::nanoTime);
    }

    /** What somebody gets who asks too often; empty if it is not too often. */
    Optional<Response> refusalOfRate(Request request) {
        if (request.sender()
                .address()
                .filter(address -> !limiter.allows(address))
                .isEmpty()) return Optional.empty();
        return Optional.of(BootstrapHandler.error(429, "too many requests from your address; wait a second")
                .with(Map.of("Retry-After", "1")));
    }

    /** What somebody gets who does not bring the token; empty if all is well, or there is none. */
    Optional<Response> refusalOfToken(Request request) {
        if (token.isEmpty() || brings(request.sender().authorization())) return Optional.empty();
        return Optional.of(
                BootstrapHandler.error(401, "this service needs a token; send the header Authorization: Bearer TOKEN")
                        .with(Map.of("WWW-Authenticate", "Bearer")));
    }

    /** The name of the scheme is read in upper and lower case; the token takes the same time to compare, right or wrong. */
    private boolean brings(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return false;
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.orElseThrow());
    }
}
