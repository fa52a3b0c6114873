package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeLog() {
        ProgramLog.close();
    }

    @Test
    void whatIsLoggedAtTheLevelOrAboveGoesToTheFile() throws Exception {
        ProgramLog.close();
        Path file = folder.resolve("new/parley.log");

        ProgramLog.open(file, Level.INFO);
        LogManager.getLogger("org.jgroups.something").warn("a warning from a library");
        LogManager.getLogger("dev.parley.something").debug("too much");
        ProgramLog.close();

        assertThat(Files.readString(file)).contains("a warning from a library").doesNotContain("too much");
    }

    @Test
    void oneThreadWritesUntilTheLogIsClosed() throws Exception {
        ProgramLog.close();

        ProgramLog.open(folder.resolve("parley.log"), Level.INFO);
        assertThat(writers()).hasSize(1);
        ProgramLog.close();

        assertThat(writers()).isEmpty();
    }

    private static List<String> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("AsyncAppender"))
                .toList();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("parley.log");

        assertThatThrownBy(() -> ProgramLog.open(file, Level.INFO))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--log");
    }
}
