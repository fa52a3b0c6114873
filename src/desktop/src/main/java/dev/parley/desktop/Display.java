package dev.parley.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether this machine can show a window, found out without touching JavaFX, which would only say so with a stack trace. Any
 * thread.
 */
public final class Display {
    /** What JavaFX needs of the system and does not bring, and the Debian packages that have it. */
    private static final Map<String, String> LIBRARIES =
            Map.of("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6", "libfontconfig.so.1", "libfontconfig1");

    private static final String FONT_PACKAGE = "fonts-dejavu-core";
    private static final List<String> FONT_FOLDERS = List.of(
            "usr/share/fonts",
            "usr/local/share/fonts",
            "usr/X11R6/lib/X11/fonts",
            "run/current-system/sw/share/X11/fonts");
    private static final int FONT_DEPTH = 6;

    private final String system;
    private final Map<String, String> environment;
    private final Path root;

    /**
     * @param system the value of {@code os.name}
     * @param environment the variables of the process
     * @param root the top of the file system
     */
    public Display(String system, Map<String, String> environment, Path root) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
        this.root = root;
    }

    /** Why there can be no window, as one sentence; empty if nothing speaks against it. */
    public Optional<String> obstacle() {
        if (!system.startsWith("linux")) return Optional.empty();
        if (isEmpty("DISPLAY") && isEmpty("WAYLAND_DISPLAY"))
            return Optional.of("There is no display, so Parley goes on in this terminal.");
        List<String> missing = LIBRARIES.entrySet().stream()
                .filter(library -> lacksLibrary(library.getKey()))
                .map(Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) return Optional.of(lacking("the system lacks libraries for windows", missing));
        if (lacksFonts()) return Optional.of(lacking("the system has no fonts", List.of(FONT_PACKAGE)));
        return Optional.empty();
    }

    /** What to say if JavaFX could not be started although nothing spoke against it. */
    String failure(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("DISPLAY"))
            return "The display %s cannot be opened, so Parley goes on in this terminal."
                    .formatted(environment.getOrDefault("DISPLAY", ""));
        return "The window cannot be opened (%s), so Parley goes on in this terminal; on Debian it needs: apt install libgtk-3-0 %s."
                .formatted(reason.lines().findFirst().orElse(""), FONT_PACKAGE);
    }

    private static String lacking(String what, List<String> packages) {
        return "There is no window because %s (Debian: apt install %s); Parley goes on in this terminal."
                .formatted(what, String.join(" ", packages));
    }

    private boolean isEmpty(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }

    /** True only if that is certain: a system without the linker's usual list may keep libraries anywhere. */
    private boolean lacksLibrary(String library) {
        try {
            Path cache = root.resolve("etc/ld.so.cache");
            if (!Files.isReadable(cache)) return false;
            String known = new String(Files.readAllBytes(cache), StandardCharsets.ISO_8859_1);
            return !known.contains(library + '\0') && !isOnOwnPath(library);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOnOwnPath(String library) {
        return Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.exists(Path.of(folder, library)));
    }

    private boolean lacksFonts() {
        Stream<Path> own = Stream.of("HOME", "XDG_DATA_HOME")
                .filter(variable -> !isEmpty(variable))
                .map(variable -> Path.of(environment.get(variable)))
                .flatMap(home ->
                        Stream.of(home.resolve(".fonts"), home.resolve(".local/share/fonts"), home.resolve("fonts")));
        return Stream.concat(FONT_FOLDERS.stream().map(root::resolve), own).noneMatch(Display::holdsFont);
    }

    private static boolean holdsFont(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.walk(folder, FONT_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(
                    file -> file.getFileName().toString().matches("(?i).*\\.(ttf|otf|ttc|pf[ab])(\\.gz)?"));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
