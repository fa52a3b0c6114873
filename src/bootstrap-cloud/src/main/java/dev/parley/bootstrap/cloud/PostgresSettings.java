package dev.parley.bootstrap.cloud;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database, and how to connect to it.
 *
 * @param url as JDBC wants it, {@code jdbc:postgresql://host:port/database?…}
 * @param user empty: as the URL says
 * @param password empty: as the URL says
 * @param connections at most at once, by one instance
 */
public record PostgresSettings(String url, Optional<String> user, Optional<String> password, int connections) {
    private static final String JDBC = "jdbc:postgresql:";

    /** Whoever asks is told so soon that the database does not answer; clients wait for 3 s. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** A database that is frozen or cut off holds nobody longer than these; nor does an instance that is, the others. */
    private static final String LIMITS =
            "-c statement_timeout=10s -c lock_timeout=8s -c idle_in_transaction_session_timeout=15s";

    /**
     * Checks what can be checked without the database.
     *
     * @throws IllegalArgumentException with one sentence
     */
    public PostgresSettings {
        if (!url.startsWith(JDBC))
            throw new IllegalArgumentException(
                    "The database's URL is of the form postgresql://HOST:PORT/DATABASE, with jdbc: before it or not.");
        if (connections < 1 || connections > 1_000)
            throw new IllegalArgumentException("One to 1000 connections to the database, not " + connections + ".");
    }

    /**
     * Takes the forms that hosting services and JDBC drivers write.
     *
     * @param url {@code postgres://user:password@host:port/database?…}, the same with {@code postgresql:}, or of JDBC
     */
    public static PostgresSettings of(String url, int connections) {
        if (url.startsWith("jdbc:")) return new PostgresSettings(url, Optional.empty(), Optional.empty(), connections);
        URI parts = parse(url);
        String[] login = parts.getRawUserInfo() == null
                ? new String[0]
                : parts.getRawUserInfo().split(":", 2);
        String query = parts.getRawQuery() == null ? "" : '?' + parts.getRawQuery();
        String authority = parts.getHost() + (parts.getPort() < 0 ? "" : ":" + parts.getPort());
        return new PostgresSettings(
                JDBC + "//" + authority + parts.getRawPath() + query,
                decoded(login, 0),
                decoded(login, 1),
                connections);
    }

    /** The same with another user or password, where they are given. */
    public PostgresSettings with(Optional<String> otherUser, Optional<String> otherPassword) {
        return new PostgresSettings(url, otherUser.or(() -> user), otherPassword.or(() -> password), connections);
    }

    /** The URL without what could be a secret. */
    public String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    /**
     * A pool with its first connection. What the URL says goes before what is set here.
     *
     * @throws SQLException if there is no such database, or it does not let us in
     */
    HikariDataSource pool() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("parley-bootstrap");
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setValidationTimeout(LONGEST_WAIT.toMillis() / 2);
        config.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("ApplicationName", "parley-bootstrap");
        config.addDataSourceProperty("connectTimeout", Long.toString(LONGEST_WAIT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", "15");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", LIMITS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
        }
    }

    private static URI parse(String url) {
        try {
            URI parts = new URI(url);
            if (parts.getHost() != null
                    && ("postgres".equals(parts.getScheme()) || "postgresql".equals(parts.getScheme()))) return parts;
        } catch (URISyntaxException e) {
            // The message of the exception shows the URL, and with it the password.
            throw new IllegalArgumentException(
                    "The database's URL is none; write postgresql://USER:PASSWORD@HOST:PORT/DATABASE,"
                            + " whatever is special in the password encoded as in any URL.");
        }
        throw new IllegalArgumentException("The database's URL is of the form postgresql://HOST:PORT/DATABASE.");
    }

    private static Optional<String> decoded(String[] login, int index) {
        return index < login.length
                ? Optional.of(URLDecoder.decode(login[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
