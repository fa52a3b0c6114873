package dev.parley.console;

import dev.parley.console.settings.Settings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a console starts from.
 *
 * @param folder where the history of typed lines, aliases, functions and plugins are; need not exist nor be writable
 * @param settings what the user has set
 * @param version the program's version
 */
public record ConsoleSettings(Path folder, Settings settings, String version) {
    public ConsoleSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(version, "version");
    }

    /** With the settings that lie in the same folder under their usual name. */
    public static ConsoleSettings in(Path dataFolder, String version) {
        return new ConsoleSettings(dataFolder, new Settings(dataFolder.resolve("settings")), version);
    }

    Path historyFile() {
        return folder.resolve("history");
    }
}
