package dev.parley.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A run of the program for the JVM to make its class archive of (JEP 350): first loads what the window needs, which a run
 * without a display would not touch, then does what the arguments say. Started by the launcher, once per build.
 */
final class ArchiveTrial {
    private static final String WINDOW_JARS = "(javafx|atlantafx|desktop)-.*\\.jar";

    private ArchiveTrial() {}

    public static void main(String[] arguments) throws Exception {
        Path program = Path.of(ArchiveTrial.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> libraries = Files.list(program.resolveSibling("lib"))) {
            List<Path> jars = libraries
                    .filter(jar -> jar.getFileName().toString().matches(WINDOW_JARS))
                    .toList();
            for (Path jar : jars) loadAll(jar);
        }
        Parley.main(arguments);
    }

    private static void loadAll(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name ->
                            name.endsWith(".class") && !name.startsWith("META-INF") && !name.startsWith("module"))
                    .forEach(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        }
    }

    /** Without initializing it; a class for another system may not be loadable here, and is not needed then. */
    private static void load(String name) {
        try {
            Class.forName(name, false, ArchiveTrial.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notForThisSystem) {
            // left out of the archive
        }
    }
}
