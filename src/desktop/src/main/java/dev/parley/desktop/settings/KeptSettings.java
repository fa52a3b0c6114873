package dev.parley.desktop.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of this user, and where they are kept.
 *
 * @param problem a sentence for the user if the kept ones could not be read
 */
public record KeptSettings(SettingsModel model, SettingsFile file, Optional<String> problem) {
    /** Reads what is kept in a data directory. Blocks. */
    public static KeptSettings in(Path dataDirectory) {
        SettingsFile file = new SettingsFile(dataDirectory.resolve("settings"));
        SettingsFile.Content content = file.read();
        return new KeptSettings(new SettingsModel(content.values()), file, content.problem());
    }
}
