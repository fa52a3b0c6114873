package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.bootstrap.server.ServicePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String URL = "postgresql://db.internal/parley";

    @TempDir
    private Path directory;

    @Test
    void oneVariableIsEnough() {
        CloudSettings settings = settings(Map.of());
        assertThat(settings.database())
                .isEqualTo(new PostgresSettings(
                        "jdbc:postgresql://db.internal/parley", Optional.empty(), Optional.empty(), 10));
        assertThat(settings.bind().getAddress().isLoopbackAddress()).isTrue();
        assertThat(settings.bind().getPort()).isEqualTo(8080);
        assertThat(settings.policy()).isEqualTo(ServicePolicy.OPEN);
        assertThat(settings.startup()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void everyVariableIsHeard() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "s3cret\n");
        CloudSettings settings = settings(Map.of(
                "PARLEY_RATE", "1000",
                "PARLEY_DATABASE_USER", "parley",
                "PARLEY_DATABASE_PASSWORD", "pass word",
                "PARLEY_DATABASE_CONNECTIONS", "3",
                "PARLEY_DATABASE_WAIT", "0",
                "PARLEY_BIND", "0.0.0.0",
                "PORT", "9000",
                "PARLEY_TOKEN_FILE", token.toString(),
                "PARLEY_LEASE", "90"));
        assertThat(settings.database())
                .isEqualTo(new PostgresSettings(
                        "jdbc:postgresql://db.internal/parley", Optional.of("parley"), Optional.of("pass word"), 3));
        assertThat(settings.bind().toString()).isEqualTo("/0.0.0.0:9000");
        assertThat(settings.policy().token()).contains("s3cret");
        assertThat(settings.policy().lease()).contains(Duration.ofSeconds(90));
        assertThat(settings.policy().rate()).isEqualTo(new ServicePolicy.Rate(1_000, 4_000));
        assertThat(settings.startup()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@h:5433/d?sslmode=require, jdbc:postgresql://h:5433/d?sslmode=require, u, p",
        "postgresql://u%40x:p%2Fa+b@h/d, jdbc:postgresql://h/d, u@x, p/a+b",
        "postgresql://[::1]:5432/d, jdbc:postgresql://[::1]:5432/d, ,",
        "'jdbc:postgresql://h1,h2/d?password=p', 'jdbc:postgresql://h1,h2/d?password=p', ,",
    })
    void theUrlsOfHostingServicesAndOfJdbcAreUnderstood(String url, String jdbc, String user, String password) {
        PostgresSettings settings = PostgresSettings.of(url, 1);
        assertThat(settings)
                .isEqualTo(new PostgresSettings(jdbc, Optional.ofNullable(user), Optional.ofNullable(password), 1));
        assertThat(settings.shown()).isEqualTo(jdbc.replaceFirst("\\?.*", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_DATABASE_URL, mysql://h/d, is of the form postgresql://HOST:PORT/DATABASE",
        "PARLEY_DATABASE_URL, jdbc:mysql://h/d, is of the form postgresql://HOST:PORT/DATABASE",
        "PARLEY_DATABASE_URL, postgresql:///d, is of the form postgresql://HOST:PORT/DATABASE",
        "PARLEY_DATABASE_URL, postgresql://u:a b@h/d, write postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
        "PARLEY_DATABASE_URL, '', Set PARLEY_DATABASE_URL to the database",
        "PARLEY_DATABASE_CONNECTIONS, 0, 'PARLEY_DATABASE_CONNECTIONS is a number from 1 to 1000, not 0.'",
        "PORT, http, 'PORT is a number from 0 to 65535, not http.'",
        "PARLEY_LEASE, 0, PARLEY_LEASE is a number from 1 to",
        "PARLEY_BIND, here.example, PARLEY_BIND: \"here.example\" is not an IP literal",
        "PARLEY_TOKEN, two words, A token has 1 to 1024 visible ASCII characters",
        "PARLEY_TOKEN_FILE, /no/such/file, The file of PARLEY_TOKEN_FILE cannot be read",
    })
    void aWrongVariableIsOneSentenceThatNamesIt(String name, String value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of(name, value)))
                .withMessageContaining(sentence)
                .withMessageMatching("[^\n]+\\.");
    }

    @Test
    void aSecretThatIsGivenTwiceOrEmptyIsRefused() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("PARLEY_TOKEN_FILE", token.toString())))
                .withMessage("The file of PARLEY_TOKEN_FILE is empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("PARLEY_TOKEN_FILE", token.toString(), "PARLEY_TOKEN", "t")))
                .withMessage("Set PARLEY_TOKEN or PARLEY_TOKEN_FILE, not both.");
    }

    @Test
    void thePageAboutDeployingListsTheSameVariables() throws IOException {
        String page = Files.readString(Path.of("../../docs/deploy.md"));
        String variables = CloudSettings.USAGE.substring(CloudSettings.USAGE.indexOf("  PARLEY_"));
        assertThat(page).contains("```\n" + variables.stripTrailing().stripIndent() + "\n```\n");
    }

    private static CloudSettings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("PARLEY_DATABASE_URL", URL));
        all.putAll(variables);
        return CloudSettings.from(new Environment(all));
    }
}
