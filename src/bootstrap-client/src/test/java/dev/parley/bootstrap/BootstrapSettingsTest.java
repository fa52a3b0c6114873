package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8080", "127.0.0.1:1/", "http://[::1]:8080", "https://boot.example/parley", "boot"})
    void aUrlIsTakenAsPeopleTypeIt(String url) {
        assertThat(BootstrapSettings.of(url).url().getScheme()).startsWith("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "ftp://x",
                "http://a b",
                "http://x:99999",
                "http://x/?a=b",
                "http://x/#y",
                "::1:8080",
                "http://x:port",
                "//x",
                "file:///etc/passwd",
                "http:///path"
            })
    void whatIsNoUrlOfAServiceIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> BootstrapSettings.of(url));
    }

    @Test
    void aTokenNeverTravelsReadableBeyondThisMachineUnlessForced() {
        assertThat(BootstrapSettings.of("http://192.0.2.1:1")
                        .withTokenInClear("t")
                        .token())
                .contains("t");
        assertThat(BootstrapSettings.of("https://boot.example").withToken("t").token())
                .contains("t");
        assertThat(BootstrapSettings.of("http://localhost:1").withToken("t").token())
                .contains("t");
        assertThat(BootstrapSettings.of("http://[::1]:1").withToken("t").token())
                .contains("t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootstrapSettings.of("http://192.0.2.1:1").withToken("t"))
                .withMessageContaining("https");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BootstrapSettings.of("http://127.0.0.1.evil.example").withToken("t"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootstrapSettings.of("https://x").withToken("a\r\nX-Evil: 1"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Evil"));
    }
}
