package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Debian's Chromium without a display: opens one page, lets it live for a while, and tells what became of it. */
final class Browser {
    private static final String PROGRAM = "/usr/bin/chromium";
    private static final int PATIENCE_SECONDS = 90;

    private final Path folder;

    /** @param folder for its profiles and output */
    Browser(Path folder) {
        this.folder = folder;
    }

    /** The page as HTML after so many seconds of its own time. */
    String document(URI page, int width, int height, int seconds) throws Exception {
        return run(page, width, height, seconds, "--dump-dom");
    }

    /** A picture of the page after so many seconds of its own time. */
    BufferedImage picture(URI page, int width, int height, int seconds) throws Exception {
        Path file = folder.resolve("page-" + width + "x" + height + ".png");
        run(page, width, height, seconds, "--screenshot=" + file);
        return ImageIO.read(file.toFile());
    }

    private String run(URI page, int width, int height, int seconds, String what) throws Exception {
        if (!Files.isExecutable(Path.of(PROGRAM)))
            throw new IllegalStateException("There is no " + PROGRAM + "; install it: apt install chromium.");
        Path profile = Files.createTempDirectory(folder, "profile");
        Path output = Files.createTempFile(folder, "chromium", ".out");
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height,
                "--virtual-time-budget=" + TimeUnit.SECONDS.toMillis(seconds),
                what,
                page.toString()));
        Process browser = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("chromium.err").toFile())
                .start();
        try {
            assertThat(browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("Chromium has ended")
                    .isTrue();
            assertThat(browser.exitValue()).as(errors()).isZero();
            return Files.readString(output);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("chromium.err"));
    }
}
