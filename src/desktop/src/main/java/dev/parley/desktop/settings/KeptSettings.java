package dev.parley.desktop.settings;

import dev.parley.console.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of this user as the window has them, and as all parts of the program share them. */
public record KeptSettings(SettingsModel model, Settings shared) {
    /** The window's view of what is kept. */
    public static KeptSettings of(Settings shared) {
        return new KeptSettings(new SettingsModel(shared.kept()), shared);
    }

    /** Reads what is kept in a data directory. Blocks. */
    public static KeptSettings in(Path dataDirectory) {
        return of(new Settings(dataDirectory.resolve("settings")));
    }

    /** A sentence for the user if the kept ones could not be read. */
    public Optional<String> problem() {
        return shared.problem();
    }
}
