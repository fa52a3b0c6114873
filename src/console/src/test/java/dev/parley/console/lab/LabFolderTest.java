package dev.parley.console.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What labs leave on the disk. */
class LabFolderTest {
    @TempDir
    Path place;

    private Process other;

    @AfterEach
    void end() throws InterruptedException {
        if (other != null) other.destroyForcibly().waitFor();
    }

    /** The folder of a process of its own. */
    private Path folderOfAnother() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabFolderOwner.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = other.inputReader();
        return Path.of(said.readLine());
    }

    @Test
    void nothingIsLeftOfALabThatIsClosed() throws Exception {
        try (LabFolder folder = LabFolder.create(place)) {
            Files.writeString(folder.path().resolve("stack.xml"), "<config/>");
            assertThat(place).isDirectoryContaining(file -> file.equals(folder.path()));
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessHasLeftTheNextLabRemovesAndNothingOfALivingOne() throws Exception {
        Path left = folderOfAnother();
        try (LabFolder first = LabFolder.create(place)) {
            assertThat(left.resolve("p1/settings")).exists();

            other.destroyForcibly().waitFor();
            try (LabFolder second = LabFolder.create(place)) {
                assertThat(left).doesNotExist();
                assertThat(List.of(first.path(), second.path())).allMatch(Files::isDirectory);
            }
        }
    }

    @Test
    void foldersThatOnlyLookLikeALabsStay() throws Exception {
        Path mine = Files.createDirectory(place.resolve("parley-lab-notes"));
        Path file = Files.writeString(place.resolve("parley-lab-0-file"), "mine");

        LabFolder.create(place).close();

        assertThat(mine).exists();
        assertThat(file).exists();
    }
}
