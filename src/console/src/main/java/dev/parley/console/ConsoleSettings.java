package dev.parley.console;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What a console starts from.
 *
 * @param historyFile where typed lines are kept; need not exist nor be writable
 * @param version the program's version
 */
public record ConsoleSettings(Path historyFile, String version) {
    public ConsoleSettings {
        Objects.requireNonNull(historyFile, "historyFile");
        Objects.requireNonNull(version, "version");
    }

    /** The history lies in this folder under its usual name. */
    public static ConsoleSettings in(Path dataFolder, String version) {
        return new ConsoleSettings(dataFolder.resolve("history"), version);
    }
}
