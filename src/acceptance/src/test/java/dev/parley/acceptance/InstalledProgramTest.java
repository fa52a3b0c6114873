package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, installed for real, as a user of the machine meets it. */
@Tag("system")
class InstalledProgramTest {
    private static final Path COMMAND = Path.of("/usr/bin/parley");
    private static final Path MENU_ENTRY = Path.of("/usr/share/applications/parley.desktop");
    private static final Path ICON = Path.of("/usr/share/icons/hicolor/48x48/apps/parley.png");
    private static final Path PROGRAM = Path.of("/opt/parley");

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private OrdinaryUser user;

    @BeforeEach
    void install() throws Exception {
        assumeTrue(Files.exists(Path.of("/etc/debian_version")), "A Debian package is installed on a Debian only");
        assumeTrue(System.getProperty("user.name").equals("root"), "Only root installs packages");
        apt("install", Program.debianPackage().toString());
        user = OrdinaryUser.create(folder);
    }

    @AfterEach
    void remove() throws Exception {
        if (user == null) return;
        user.remove();
        apt("purge", "parley");
    }

    @Test
    void aUserChatsInTheWindowAndClosesIt() throws Exception {
        try (Stage stage = new Stage(folder);
                VirtualDisplay display = VirtualDisplay.open(folder)) {
            LabPeer bob = stage.group("bob").get(0);
            Process window = user.start(
                    display, "parley", "--bootstrap", stage.service().url().toString(), "--bind-port", "0", "alice");
            try {
                display.awaitWindow("parley");
                bob.awaitMembers(List.of("bob", "alice"), Stage.PATIENCE);
                display.type("good morning from the window");
                // The others see alice a moment before her window says that she has joined; until then it keeps the
                // text.
                await().atMost(Stage.PATIENCE).pollInterval(BETWEEN_TRIES).untilAsserted(() -> {
                    display.press("Return");
                    assertThat(bob.outputs(PeerOutput.Message.class))
                            .extracting(message -> message.from() + ": " + message.text())
                            .containsExactly("alice: good morning from the window");
                });
                assertThat(bob.run("msg and to you", Stage.PATIENCE).ok()).isTrue();

                assertThatItShowsAWindow(display.awaitRest());

                display.press("ctrl+q");
                bob.awaitMembers(List.of("bob"), Stage.PATIENCE);
                assertThat(window.waitFor(Stage.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(window.exitValue()).isZero();
            } catch (RuntimeException | AssertionError e) {
                ImageIO.write(
                        display.picture(),
                        "png",
                        Path.of("target", "installed.png").toFile());
                throw e;
            } finally {
                window.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void theCommandIsOnThePathWithItsExitStatusAndStartsALab() throws Exception {
        Run version = user.run("parley", "--version");
        assertThat(version.said()).startsWith("Parley ");
        assertThat(version.outputLines()).hasSize(1);
        assertThat(version.status()).isZero();
        assertThat(user.run("parley", "--no-such-option").status()).isEqualTo(2);

        try (Stage stage = new Stage(folder)) {
            LabPeer bob = stage.group("bob").get(0);
            Run spoken = user.run(parley(stage, "--json", "-c", "msg build \"17\" done", "carol"));
            bob.awaitMessage(message -> message.text().equals("build \"17\" done"), Stage.PATIENCE);
            assertThat(spoken.outputLines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            assertThat(spoken.errors()).isEmpty();
            assertThat(spoken.status()).isZero();

            Run lab = user.run(parley(stage, "-c", "lab start 2", "-c", "lab check", "-c", "lab stop", "dora"));
            assertThat(lab.said()).contains("2 peers joined: p1, p2", "Nothing lost, doubled or shuffled");
            assertThat(lab.status()).isZero();
        }
    }

    /** The installed program in the terminal, in the stage's group. */
    private static String[] parley(Stage stage, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "parley", "--nogui", "--bootstrap", stage.service().url().toString(), "--bind-port", "0"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void aTerminalIsATerminal() throws Exception {
        try (Stage stage = new Stage(folder)) {
            stage.group("bob");
            List<String> dave = user.command(List.of(), parley(stage, "dave"));
            try (Tmux terminal = Tmux.showing(folder, 100, 40, dave)) {
                terminal.awaitLastLine("dave@lobby>");
                terminal.type("tell b").press("Tab");
                terminal.awaitLastLine("dave@lobby> tell bob text");
                terminal.press("C-c").type("quit").press("Enter");
                terminal.awaitText("ended with 0");
            }
        }
    }

    @Test
    void theMenuHasItsEntryAndNothingStaysBehind() throws Exception {
        assertThat(Files.readAllLines(MENU_ENTRY))
                .contains("Exec=" + COMMAND, "Icon=parley", "StartupWMClass=parley", "Categories=Network;Chat;");
        assertThat(ImageIO.read(ICON.toFile()).getWidth()).isEqualTo(48);
        assertThat(COMMAND).isExecutable();
        assertThat(run("dpkg", "--verify", "parley").said()).isEmpty();

        apt("purge", "parley");

        for (Path place : List.of(COMMAND, MENU_ENTRY, ICON, PROGRAM))
            assertThat(Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                    .as("%s is there", place)
                    .isFalse();
        assertThat(run("dpkg-query", "--list", "parley").status()).isNotZero();
    }

    private static void assertThatItShowsAWindow(BufferedImage picture) {
        Map<Integer, Integer> pixels = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) pixels.merge(picture.getRGB(x, y), 1, Integer::sum);
        assertThat(pixels).as("colours").hasSizeGreaterThan(100);
        assertThat(pixels.values()).as("pixels of one colour").allMatch(count -> count < 1_000_000);
        assertThat(pixels.getOrDefault(0xff000000, 0)).as("pixels of no window").isLessThan(500_000);
    }

    private void apt(String action, String what) throws IOException, InterruptedException {
        Run run = run(
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "-qq",
                "-y",
                "--no-install-recommends",
                action,
                what);
        assertThat(run.status()).as(run.said()).isZero();
    }

    private Run run(String... command) throws IOException, InterruptedException {
        return Run.program(folder, new byte[0], List.of(command));
    }
}
