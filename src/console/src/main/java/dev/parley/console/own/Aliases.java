package dev.parley.console.own;

import dev.parley.console.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Short names for commands, kept from one run to the next. Any thread. */
public final class Aliases {
    private final SettingsFile file;
    private final Optional<String> problem;
    private volatile Map<String, String> commands;

    /** Reads what is kept there; the file need not exist. */
    public Aliases(Path file) {
        this.file = new SettingsFile(file);
        SettingsFile.Content content = this.file.read();
        this.commands = sorted(content.values());
        this.problem = content.problem().map(sentence -> sentence.replace("The settings", "The aliases"));
    }

    /** A sentence for the user if the file could not be read. */
    public Optional<String> problem() {
        return problem;
    }

    /** What each short name stands for, by name. */
    public Map<String, String> all() {
        return commands;
    }

    /** Keeps one; it is there even if it cannot be kept. */
    void put(String name, String command) throws IOException {
        change(all -> all.put(name, command));
    }

    /** Forgets one. */
    void remove(String name) throws IOException {
        change(all -> all.remove(name));
    }

    private synchronized void change(Consumer<Map<String, String>> change) throws IOException {
        Map<String, String> here = sorted(commands);
        change.accept(here);
        commands = here;
        commands = sorted(file.change(all -> {
            change.accept(all);
            return all;
        }));
    }

    private static Map<String, String> sorted(Map<String, String> values) {
        Map<String, String> sorted = new TreeMap<>(values);
        sorted.keySet().removeIf(name -> !OwnName.isOne(name));
        return sorted;
    }
}
