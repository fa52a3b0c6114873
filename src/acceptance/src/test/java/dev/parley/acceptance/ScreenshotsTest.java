package dev.parley.acceptance;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.ServicePolicy;
import dev.parley.bootstrap.server.StoreException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

    @Test
    void theStatusPageOfTheService() throws Exception {
        ServicePolicy leases = ServicePolicy.OPEN.withLease(Duration.ofMinutes(5));
        Instant now = Instant.now();
        // The service began before its peers came.
        AtomicReference<Duration> ago = new AtomicReference<>(Duration.ofHours(26));
        try (MemoryPeerStore store = new MemoryPeerStore(new BootstrapConfig(3, 10, 0));
                BootstrapServer server = BootstrapServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new BootstrapHandler(store, leases, () -> Instant.now().minus(ago.get())))) {
            ago.set(Duration.ZERO);
            list(store, "lobby", now, "alice 12", "bob 47", "carol 251");
            list(store, "workshop", now, "dave 5", "erin 93");
            keep("status-page", new Browser(folder).picture(server.url(), 960, 560, 3));
        }
    }

    /** @param peers name, and how many seconds ago it has renewed */
    private static void list(MemoryPeerStore store, String room, Instant now, String... peers) throws StoreException {
        Map<String, Peer> listed = new LinkedHashMap<>();
        Map<String, Instant> renewed = new HashMap<>();
        for (String each : peers) {
            String name = each.split(" ", -1)[0];
            long ago = Long.parseLong(each.split(" ", -1)[1]);
            String ip = "192.168.7." + (20 + listed.size());
            long since = now.minusSeconds(40 * ago + 600).getEpochSecond();
            listed.put(name, new Peer(name, name, ip, 7800, "tcp", "0", since));
            renewed.put(name, now.minusSeconds(ago));
        }
        store.update(room, before -> new Room(before.data().withPeers(listed), renewed));
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
