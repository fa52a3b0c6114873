package dev.parley.desktop.settings;

import java.util.Locale;
import java.util.Optional;

/** Which theme the user wants. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK;

    /** As it stands in the settings file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Appearance> of(String key) {
        for (Appearance appearance : values()) if (appearance.key().equals(key)) return Optional.of(appearance);
        return Optional.empty();
    }
}
