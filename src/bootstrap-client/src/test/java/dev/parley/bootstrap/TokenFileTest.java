package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    @TempDir
    private Path folder;

    @Test
    void theTokenIsTheOnlyLineWithoutWhatSurroundsIt() throws Exception {
        assertThat(TokenFile.read(write(" s3cret=/+ \r\n"))).isEqualTo("s3cret=/+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two words", "two\nlines", "Zoë"})
    void whatIsNoTokenIsRefusedWithoutShowingIt(String content) throws Exception {
        Path file = write(content);
        assertThatIOException()
                .isThrownBy(() -> TokenFile.read(file))
                .withMessage("The file " + file
                        + " holds no token; write one line of 1 to 1024 visible ASCII characters into it.");
    }

    @Test
    void aLargeFileAndOneThatIsNotThereAreNamed() throws Exception {
        Path large = write("x".repeat(100_000));
        assertThatIOException().isThrownBy(() -> TokenFile.read(large)).withMessageContaining("holds no token");
        Path missing = folder.resolve("missing");
        assertThatIOException()
                .isThrownBy(() -> TokenFile.read(missing))
                .withMessageStartingWith("There is no file " + missing);
    }

    private Path write(String content) throws Exception {
        return Files.writeString(folder.resolve("token"), content);
    }
}
