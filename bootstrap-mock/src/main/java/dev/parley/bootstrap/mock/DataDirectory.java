package dev.parley.bootstrap.mock;

import java.nio.file.Path;
import java.util.Locale;

/** Where Parley keeps a user's files, by the custom of the system. */
final class DataDirectory {
    private DataDirectory() {}

    static Path ofThisUser() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (system.contains("win")) return fromEnvironment("APPDATA", home.resolve("AppData/Roaming"));
        if (system.contains("mac")) return home.resolve("Library/Application Support/parley");
        return fromEnvironment("XDG_DATA_HOME", home.resolve(".local/share"));
    }

    private static Path fromEnvironment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return (value == null || value.isEmpty() ? otherwise : Path.of(value)).resolve("parley");
    }
}
