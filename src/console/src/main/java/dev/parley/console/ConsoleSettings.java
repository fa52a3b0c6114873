package dev.parley.console;

import dev.parley.console.lab.LabProgram;
import dev.parley.console.settings.Settings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a console starts from.
 *
 * @param folder where the history of typed lines, aliases, functions and plugins are; need not exist nor be writable
 * @param settings what the user has set
 * @param version the program's version
 * @param lab how more peers are started; empty if nobody knows
 * @param java whether the user wants live Java
 */
public record ConsoleSettings(Path folder, Settings settings, String version, Optional<LabProgram> lab, boolean java) {
    public ConsoleSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(lab, "lab");
    }

    /** With the settings that lie in the same folder under their usual name. */
    public static ConsoleSettings in(Path dataFolder, String version) {
        return new ConsoleSettings(
                dataFolder, new Settings(dataFolder.resolve("settings")), version, Optional.empty(), true);
    }

    Path historyFile() {
        return folder.resolve("history");
    }
}
