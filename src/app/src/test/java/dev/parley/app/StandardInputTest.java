package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeAndAFileCarryCommands() throws Exception {
        assertThat(linkedTo(Path.of("pipe:[123]"))).isTrue();
        assertThat(linkedTo(Files.writeString(folder.resolve("commands"), ""))).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatADesktopGivesDoesNot() throws Exception {
        assertThat(linkedTo(Path.of("/dev/null"))).isFalse();
        assertThat(linkedTo(Path.of("socket:[123]"))).isFalse();
    }

    @Test
    void withoutThatKnowledgeOnlyWhatIsThereAlreadyCounts() {
        Path none = folder.resolve("none");

        assertThat(new StandardInput(InputStream.nullInputStream(), none).carriesCommands())
                .isFalse();
        assertThat(new StandardInput(new ByteArrayInputStream("quit".getBytes(StandardCharsets.UTF_8)), none)
                        .carriesCommands())
                .isTrue();
    }

    private boolean linkedTo(Path target) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("0"), target);
        try {
            return new StandardInput(InputStream.nullInputStream(), link).carriesCommands();
        } finally {
            Files.delete(link);
        }
    }
}
