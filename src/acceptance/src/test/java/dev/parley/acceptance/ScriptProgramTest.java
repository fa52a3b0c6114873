package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A script whose first line names Parley is a program like any other. */
@Tag("system")
@DisabledOnOs(OS.WINDOWS)
class ScriptProgramTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private LabPeer bob;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        bob = stage.group("bob").get(0);
        String words = String.join("' '", Program.command());
        executable(folder.resolve("bin/parley"), "#!/bin/sh", "exec '" + words + "' \"$@\"");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Path executable(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH"),
                "XDG_DATA_HOME=" + folder.resolve("data"),
                "HOME=" + folder,
                "BOOTSTRAP_DATA_SERVER=" + stage.service().url(),
                program.toString()));
        command.addAll(List.of(arguments));
        return Run.program(folder, new byte[0], command);
    }

    @Test
    void itRunsWithItsArgumentsAndEndsWithItsStatus() throws Exception {
        Path greet = executable(
                folder.resolve("greet.parley"),
                "#!/usr/bin/env parley",
                "# says who is greeted, and leaves",
                "wait members 2 30",
                "msg good morning $1, says ${2:-nobody}",
                "echo done with $*");

        Run run = run(greet, "dear bob", "carl");

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.outputLines()).contains("done with dear bob carl");
        bob.awaitMessage(message -> message.text().equals("good morning dear bob, says carl"), Stage.PATIENCE);
        bob.awaitMembers(List.of("bob"), Stage.PATIENCE);
    }

    @Test
    void itFailsAsItsFirstCommandThatFails() throws Exception {
        Path broken = executable(folder.resolve("broken.parley"), "#!/usr/bin/env parley", "expect members 5 1");

        Run run = run(broken);

        assertThat(run.status()).as(run.said()).isEqualTo(1);
        assertThat(run.said()).contains("members");
    }
}
