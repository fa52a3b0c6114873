package dev.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private static final String LIBRARIES = "libgtk-3.so.0\0libXtst.so.6\0libfontconfig.so.1\0";

    @TempDir
    private Path root;

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/ld.so.cache"), LIBRARIES);
        Files.createDirectories(root.resolve("usr/share/fonts/truetype"));
        Files.writeString(root.resolve("usr/share/fonts/truetype/some.TTF"), "");
    }

    @Test
    void aFurnishedLinuxWithADisplayHasAWindow() {
        assertThat(obstacle(Map.of("DISPLAY", ":0"))).isEmpty();
        assertThat(obstacle(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEmpty();
    }

    @Test
    void withoutADisplayOneLineSaysSo() {
        assertThat(obstacle(Map.of())).contains("There is no display, so Parley goes on in this terminal.");
        assertThat(obstacle(Map.of("DISPLAY", ""))).isPresent();
    }

    @Test
    void aMissingLibraryIsNamedByItsPackage() throws Exception {
        Files.writeString(root.resolve("etc/ld.so.cache"), LIBRARIES.replace("libgtk-3.so.0", "libgtk-4.so.1"));

        assertThat(obstacle(Map.of("DISPLAY", ":0")).orElseThrow())
                .contains("apt install libgtk-3-0)")
                .doesNotContain("\n");
    }

    @Test
    void aLibraryOnTheUsersOwnPathIsNotMissing() throws Exception {
        Files.writeString(root.resolve("etc/ld.so.cache"), LIBRARIES.replace("libgtk-3.so.0", "libgtk-4.so.1"));
        Path own = Files.createDirectories(root.resolve("own"));
        Files.writeString(own.resolve("libgtk-3.so.0"), "");

        assertThat(obstacle(Map.of("DISPLAY", ":0", "LD_LIBRARY_PATH", "/nowhere:" + own)))
                .isEmpty();
    }

    @Test
    void aSystemThatKeepsNoListOfLibrariesIsTrusted() throws Exception {
        Files.delete(root.resolve("etc/ld.so.cache"));

        assertThat(obstacle(Map.of("DISPLAY", ":0"))).isEmpty();
    }

    @Test
    void missingFontsAreNamedByTheirPackageUnlessTheUserHasSome() throws Exception {
        Files.delete(root.resolve("usr/share/fonts/truetype/some.TTF"));
        assertThat(obstacle(Map.of("DISPLAY", ":0")).orElseThrow()).contains("apt install fonts-dejavu-core");

        Path home = Files.createDirectories(root.resolve("home/.local/share/fonts"));
        Files.writeString(home.resolve("mine.otf"), "");
        assertThat(obstacle(Map.of("DISPLAY", ":0", "HOME", root.resolve("home").toString())))
                .isEmpty();
    }

    @Test
    void otherSystemsAlwaysHaveADisplay() {
        assertThat(new Display("Windows 11", Map.of(), root).obstacle()).isEmpty();
        assertThat(new Display("Mac OS X", Map.of(), root).obstacle()).isEmpty();
    }

    @Test
    void aDisplayThatCannotBeOpenedIsNamed() {
        Display display = new Display("Linux", Map.of("DISPLAY", ":77"), root);

        assertThat(display.failure(new UnsupportedOperationException("Unable to open DISPLAY")))
                .isEqualTo("The display :77 cannot be opened, so Parley goes on in this terminal.");
        assertThat(display.failure(new IllegalStateException("no pipeline\nat x")))
                .contains("no pipeline", "apt install libgtk-3-0 fonts-dejavu-core")
                .doesNotContain("\n");
    }

    private Optional<String> obstacle(Map<String, String> environment) {
        return new Display("Linux", environment, root).obstacle();
    }
}
