package dev.parley.acceptance;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes the pictures in {@code screenshots/}, each from a real session. */
@Tag("screenshots")
class ScreenshotsTest {
    /** What the notice bar is filled with in the light theme. */
    private static final Color NOTICE = new Color(0xfff5dc);
    /** What the button that starts is filled with, which comes with the card. */
    private static final Color START = new Color(0x3a5fe0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aWorkshopInTheWindow(String theme) throws Exception {
        try (Workshop workshop = Workshop.open(folder.resolve("peers"));
                VirtualDisplay display = VirtualDisplay.open(folder);
                WindowProgram window = openAsGuest(workshop, display, Map.of("theme", theme))) {
            workshop.meet(line -> say(window, line));
            keep("main-" + theme, display.awaitRest());
        }
    }

    @Test
    void theConsoleThatCompletes() throws Exception {
        try (Workshop workshop = Workshop.open(folder.resolve("peers"));
                VirtualDisplay display = VirtualDisplay.open(folder);
                WindowProgram window =
                        openAsGuest(workshop, display, Map.of("theme", "dark", "console.height", "440"))) {
            workshop.meet(line -> say(window, line));
            display.press("ctrl+grave").awaitRest();
            display.click(600, VirtualDisplay.HEIGHT - 45).type("clear").press("Return");
            display.type("memberlist").press("Return").awaitRest();
            display.type("ping carol").press("Return").awaitRest();
            display.type("chat").press("Tab");
            keep("console", display.awaitRest());
        }
    }

    @Test
    void nobodyElseIsThere() throws Exception {
        try (Workshop workshop = Workshop.open(folder.resolve("peers"));
                VirtualDisplay display = VirtualDisplay.open(folder)) {
            workshop.hostCrashes();
            try (WindowProgram window = openAsGuest(workshop, display, Map.of("theme", "light"))) {
                workshop.awaitGuest();
                keep("alone", window.display().awaitColour(NOTICE).awaitRest());
            }
        }
    }

    @Test
    void theFirstStart() throws Exception {
        try (VirtualDisplay display = VirtualDisplay.open(folder);
                WindowProgram window = WindowProgram.open(display, folder.resolve("data"), Map.of("theme", "light"))) {
            keep("first-start", window.display().awaitColour(START).awaitRest());
        }
    }

    @Test
    void theTerminal() throws Exception {
        try (Workshop workshop = Workshop.open(folder.resolve("peers"))) {
            List<String> command = List.of(
                    Program.jvm().get(0),
                    "-jar",
                    Program.jar().toString(),
                    "--nogui",
                    "--data-dir",
                    folder.resolve("data").toString(),
                    "--bootstrap",
                    workshop.service(),
                    "--bind-port",
                    "0",
                    Workshop.GUEST);
            try (Tmux terminal = Tmux.showing(folder, TerminalPicture.COLUMNS, TerminalPicture.LINES, command)) {
                workshop.meet(line -> terminal.type("msg " + line).press("Enter"));
                terminal.type("memberlist").press("Enter");
                terminal.awaitText("coordinator");
                terminal.type("chatmember").press("Tab").press("Tab");
                terminal.awaitText("chatmemberping");
                keep("terminal", new TerminalPicture().of(terminal.colouredScreen()));
            }
        }
    }

    private WindowProgram openAsGuest(Workshop workshop, VirtualDisplay display, Map<String, String> settings)
            throws IOException {
        return WindowProgram.open(
                display,
                folder.resolve("data"),
                settings,
                "--bootstrap",
                workshop.service(),
                "--bind-port",
                "0",
                Workshop.GUEST);
    }

    /** Into a window that has drawn what was said before. */
    private static void say(WindowProgram window, String line) {
        window.display().awaitRest();
        window.display().type(line).press("Return");
    }

    private static void keep(String name, BufferedImage picture) throws IOException {
        Path screenshots = Files.createDirectories(Program.root().resolve("screenshots"));
        ImageIO.write(picture, "png", screenshots.resolve(name + ".png").toFile());
    }
}
