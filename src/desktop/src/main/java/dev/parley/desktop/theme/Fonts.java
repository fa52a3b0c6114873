package dev.parley.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that come with Parley; they are the same on every machine. JavaFX thread, before the first scene. */
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String MEDIUM = "Inter Medium";
    public static final String SEMI_BOLD = "Inter SemiBold";
    public static final String MONO = "JetBrains Mono";
    /** Has no letters: only for the emoji of a text. */
    public static final String EMOJI = "Noto Emoji";

    private static final List<String> FILES = List.of(
            "Inter_400Regular",
            "Inter_400Regular_Italic",
            "Inter_500Medium",
            "Inter_600SemiBold",
            "JetBrainsMono_400Regular",
            "JetBrainsMono_700Bold",
            "NotoEmoji_400Regular");

    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /** Makes the fonts known to JavaFX by their names. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String name) {
        try (InputStream file = Fonts.class.getResourceAsStream("/dev/parley/desktop/fonts/" + name + ".ttf")) {
            if (file == null || Font.loadFont(file, ANY_SIZE) == null)
                throw new IllegalStateException("The font " + name + " is not part of this build.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
