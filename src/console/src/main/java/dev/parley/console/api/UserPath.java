package dev.parley.console.api;

import java.nio.file.Path;

/** Paths as people type them: {@code ~/} stands for the home folder. */
final class UserPath {
    private UserPath() {}

    /**
     * The path of such a text.
     *
     * @throws java.nio.file.InvalidPathException if the file system has no such paths
     */
    static Path of(String text) {
        if (text.equals("~")) return Path.of(System.getProperty("user.home"));
        if (text.startsWith("~/")) return Path.of(System.getProperty("user.home"), text.substring(2));
        return Path.of(text);
    }
}
