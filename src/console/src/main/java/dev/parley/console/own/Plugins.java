package dev.parley.console.own;

import dev.parley.console.api.Command;
import dev.parley.console.api.Manual;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The commands in the jars of the user's folder of plugins, each jar with a class loader of its own. One that is broken is a
 * {@link #problems problem} and keeps nothing else from working. Read once; any thread.
 */
public final class Plugins implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private final List<Command> commands = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();

    /** @param folder need not exist */
    public Plugins(Path folder) {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            StreamSupport.stream(jars.spliterator(), false).sorted().forEach(this::load);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("plugins not read", e);
            problems.add("The plugins in %s cannot be read; check its permissions.".formatted(folder));
        }
    }

    /** All commands of all plugins. */
    public List<Command> all() {
        return List.copyOf(commands);
    }

    /** What the user should be told, each a sentence. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Lets go of the jars; commands of theirs must not run any more. */
    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.debug("plugin not closed", e);
            }
        }
    }

    private void load(Path jar) {
        String name = jar.getFileName().toString();
        int before = commands.size();
        try {
            new JarFile(jar.toFile()).close();
            URLClassLoader loader =
                    new URLClassLoader(name, new URL[] {jar.toUri().toURL()}, Plugins.class.getClassLoader());
            loaders.add(loader);
            Iterator<Command> found = ServiceLoader.load(Command.class, loader).iterator();
            while (found.hasNext()) add(found.next(), name);
            if (commands.size() == before)
                problems.add("The plugin %s has no command: it lacks META-INF/services/%s."
                        .formatted(name, Command.class.getName()));
        } catch (IOException e) {
            LOG.warn("plugin {} is no jar", name, e);
            problems.add("The plugin %s is not loaded, because it is no jar that can be read.".formatted(name));
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) throw fatal;
            LOG.warn("plugin {} not loaded", name, e);
            problems.add("The plugin %s is not loaded, because it is broken (%s); the log says more."
                    .formatted(name, e.getClass().getSimpleName()));
        }
    }

    private void add(Command command, String jar) {
        Manual manual = command.manual();
        for (String word : manual.name().split(" ", -1))
            if (!OwnName.isOne(word)) throw new IllegalArgumentException("no name for a command: " + manual.name());
        commands.add(new PluginCommand(command, manual, jar));
    }
}
