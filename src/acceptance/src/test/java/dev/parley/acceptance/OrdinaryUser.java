package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A user of this machine with a fresh home and no rights, until it is removed. Takes root. */
final class OrdinaryUser {
    private static final String NAME = "parley-test";
    private static final String HOME = "/home/" + NAME;

    private final Path folder;

    private OrdinaryUser(Path folder) {
        this.folder = folder;
    }

    /** @param folder where the output of what the user runs is kept */
    static OrdinaryUser create(Path folder) throws IOException, InterruptedException {
        OrdinaryUser user = new OrdinaryUser(folder);
        user.delete();
        Run run = Run.program(folder, new byte[0], List.of("useradd", "--create-home", "--home-dir", HOME, NAME));
        assertThat(run.status()).as(run.said()).isZero();
        return user;
    }

    Run run(String... command) throws IOException, InterruptedException {
        return Run.program(folder, new byte[0], command(List.of(), command));
    }

    /** Starts a program with a window, as a menu does: without input. */
    Process start(VirtualDisplay display, String... command) throws IOException {
        return new ProcessBuilder(command(List.of("DISPLAY=" + display.name()), command))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("window.out").toFile())
                .start();
    }

    /** What root runs so that the user runs this at home, with no variable of root's. */
    List<String> command(List<String> variables, String... command) {
        List<String> prefix = new ArrayList<>(List.of("runuser", "-u", NAME, "--", "env", "-i", "-C", HOME));
        prefix.addAll(List.of("HOME=" + HOME, "USER=" + NAME, "LOGNAME=" + NAME, "LANG=C.UTF-8"));
        prefix.addAll(List.of("TERM=xterm-256color", "PATH=/usr/local/bin:/usr/bin:/bin"));
        prefix.addAll(variables);
        return Stream.concat(prefix.stream(), Arrays.stream(command)).toList();
    }

    void remove() throws IOException, InterruptedException {
        Run run = delete();
        assertThat(run.status()).as(run.said()).isZero();
    }

    private Run delete() throws IOException, InterruptedException {
        return Run.program(folder, new byte[0], List.of("userdel", "--force", "--remove", NAME));
    }
}
