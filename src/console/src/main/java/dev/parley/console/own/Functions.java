package dev.parley.console.own;

import dev.parley.console.script.LineRunner;
import dev.parley.console.script.ScriptRun;
import dev.parley.console.script.Variables;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The scripts in the user's folder of functions, each a command of its file's name without {@code .parley}. The folder is looked
 * into again whenever it has changed. Any thread.
 */
public final class Functions {
    private static final Logger LOG = LogManager.getLogger();
    private static final String ENDING = ".parley";
    private static final int MOST = 1_000;
    private final Path folder;
    private final ScriptRun run;
    private Optional<FileTime> seen = Optional.empty();
    private Map<String, FunctionCommand> commands = Map.of();

    /** @param folder need not exist */
    public Functions(Path folder, LineRunner runner, Variables variables) {
        this.folder = folder;
        this.run = new ScriptRun(runner, variables);
    }

    public Path folder() {
        return folder;
    }

    /** Those that are there now. */
    public synchronized Collection<FunctionCommand> all() {
        try {
            FileTime now = Files.getLastModifiedTime(folder);
            if (seen.isEmpty() || !seen.get().equals(now)) {
                commands = read();
                seen = Optional.of(now);
            }
        } catch (NoSuchFileException e) {
            commands = Map.of();
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("functions not read", e);
            commands = Map.of();
        }
        return List.copyOf(commands.values());
    }

    private Map<String, FunctionCommand> read() throws IOException {
        Map<String, FunctionCommand> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                String name = nameOf(file);
                if (OwnName.isOne(name) && found.size() < MOST) found.put(name, new FunctionCommand(name, file, run));
            }
        }
        return found;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
