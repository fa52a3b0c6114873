package dev.parley.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsKeptAtFirst() {
        SettingsFile.Content content = new SettingsFile(folder.resolve("settings")).read();

        assertThat(content.values()).isEmpty();
        assertThat(content.problem()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAndNothingElseIsLeftBehind() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("new/settings"));
        file.write(Map.of("name", "zoë", "theme", "dark"));
        file.write(Map.of("name", "zoë é\n= x"));

        assertThat(file.read().values()).isEqualTo(Map.of("name", "zoë é\n= x"));
        assertThat(names(folder.resolve("new"))).containsExactly("settings");
    }

    @Test
    void aFileThatIsNoTextIsSetAsideAndTold() throws Exception {
        Path path = folder.resolve("settings");
        byte[] broken = {'n', 'a', (byte) 0xff, (byte) 0xfe, 0, 1, 2};
        Files.write(path, broken);

        SettingsFile.Content content = new SettingsFile(path).read();

        assertThat(content.values()).isEmpty();
        assertThat(names(folder)).singleElement().asString().startsWith("settings.broken-");
        Path aside = folder.resolve(names(folder).get(0));
        assertThat(content.problem().orElseThrow()).contains(aside.toString());
        assertThat(Files.readAllBytes(aside)).isEqualTo(broken);
    }

    @Test
    void aBrokenEscapeIsSetAsideToo() throws Exception {
        Path path = Files.writeString(folder.resolve("settings"), "name=\\uZZZZ");

        assertThat(new SettingsFile(path).read().problem()).isPresent();
        assertThat(path).doesNotExist();
    }

    @Test
    void aChangeLeavesWhatOthersHaveWrittenMeanwhile() throws Exception {
        Path path = folder.resolve("settings");
        SettingsFile one = new SettingsFile(path);
        SettingsFile other = new SettingsFile(path);
        one.write(Map.of("a", "1", "of.tomorrow", "x"));
        other.change(values -> {
            values.put("b", "2");
            return values;
        });

        one.change(values -> {
            values.remove("a");
            return values;
        });

        assertThat(other.read().values()).isEqualTo(Map.of("b", "2", "of.tomorrow", "x"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
