package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.IpLiteral;
import dev.parley.bootstrap.server.ServicePolicy;
import dev.parley.bootstrap.server.ServicePolicy.Rate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the service on PostgreSQL is told by its environment.
 *
 * @param bind where it listens
 * @param startup how long it waits for a database that does not answer yet
 */
record CloudSettings(PostgresSettings database, InetSocketAddress bind, ServicePolicy policy, Duration startup) {
    static final String USAGE = """
        The bootstrap data service on a PostgreSQL database. It takes no options but these environment variables:

          PARLEY_DATABASE_URL          postgresql://HOST:PORT/DATABASE; needed
          PARLEY_DATABASE_USER         if the URL does not say it
          PARLEY_DATABASE_PASSWORD     the same; or PARLEY_DATABASE_PASSWORD_FILE, a file that holds it
          PARLEY_DATABASE_CONNECTIONS  at most so many at once; 10 unless given
          PARLEY_DATABASE_WAIT         seconds to wait for the database at the start; 60 unless given
          PARLEY_BIND                  address to listen on; 127.0.0.1 unless given, 0.0.0.0 for all
          PORT                         port to listen on, 0 for any free one; 8080 unless given
          PARLEY_TOKEN                 what clients must send; or PARLEY_TOKEN_FILE, a file that holds it
          PARLEY_LEASE                 seconds after which a peer that has not renewed is dropped; never unless given
          PARLEY_RATE                  requests a second from one address that is not this machine's, and four times as
                                       many at once; 50 unless given
          PARLEY_LOG_LEVEL             off, error, warn, info or debug; warn unless given
          PARLEY_ACCESS_LOG            debug: one line a request on standard error, without bodies and tokens; off unless given
        """;

    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1024}");
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_CONNECTIONS = 10;
    private static final int DEFAULT_WAIT = 60;
    private static final int LONGEST_LEASE = 31_536_000;
    private static final int HIGHEST_RATE = 1_000_000;

    /** @throws IllegalArgumentException with one sentence that says which variable is wrong, and how it should be */
    static CloudSettings from(Environment environment) {
        String url = environment
                .text("PARLEY_DATABASE_URL")
                .orElseThrow(() -> new IllegalArgumentException(
                        "Set PARLEY_DATABASE_URL to the database, as in postgresql://HOST:PORT/DATABASE;"
                                + " --help lists all variables."));
        PostgresSettings database = PostgresSettings.of(
                        url, environment.number("PARLEY_DATABASE_CONNECTIONS", 1, 1_000, DEFAULT_CONNECTIONS))
                .with(environment.text("PARLEY_DATABASE_USER"), environment.secret("PARLEY_DATABASE_PASSWORD"));
        InetSocketAddress bind = new InetSocketAddress(
                address(environment.text("PARLEY_BIND")), environment.number("PORT", 0, 65_535, DEFAULT_PORT));
        Duration startup = Duration.ofSeconds(environment.number("PARLEY_DATABASE_WAIT", 0, 86_400, DEFAULT_WAIT));
        return new CloudSettings(database, bind, policy(environment), startup);
    }

    /** What a function of Firestore is told in the same words. */
    static ServicePolicy policy(Environment environment) {
        ServicePolicy policy = environment
                .secret("PARLEY_TOKEN")
                .map(CloudSettings::requireToken)
                .map(ServicePolicy.OPEN::withToken)
                .orElse(ServicePolicy.OPEN);
        int rate = environment.number("PARLEY_RATE", 1, HIGHEST_RATE, Rate.OF_THE_CONTRACT.perSecond());
        policy = policy.withRate(new Rate(rate, 4 * rate));
        int lease = environment.number("PARLEY_LEASE", 1, LONGEST_LEASE, 0);
        return lease == 0 ? policy : policy.withLease(Duration.ofSeconds(lease));
    }

    /** The lists of a service for many. */
    static BootstrapConfig defaults() {
        return BootstrapConfig.production();
    }

    /** What a client can send in a header. */
    private static String requireToken(String token) {
        if (TOKEN.matcher(token).matches()) return token;
        throw new IllegalArgumentException(
                "A token has 1 to 1024 visible ASCII characters; change PARLEY_TOKEN or its file.");
    }

    private static InetAddress address(Optional<String> text) {
        if (text.isEmpty() || text.get().equals("localhost")) return InetAddress.getLoopbackAddress();
        try {
            return IpLiteral.parse(text.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PARLEY_BIND: " + e.getMessage() + ".", e);
        }
    }
}
