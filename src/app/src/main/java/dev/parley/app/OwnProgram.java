package dev.parley.app;

import dev.parley.console.lab.LabProgram;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** How this program is started once more: by its own launcher if it is installed, otherwise by the Java that runs it. */
final class OwnProgram {
    /** What the launcher of an installed program says of itself. */
    private static final String LAUNCHER = "jpackage.app-path";

    /** The launcher leaves this variable to its children; a launcher that finds it takes itself for its own second half, and fails. */
    private static final Map<String, String> WITHOUT_TRACES = Map.of("_JPACKAGE_LAUNCHER", "");

    /** As in the launcher, and small: there will be many on one machine. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxNewSize=40m",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xlog:cds=off:stderr",
            "-Xlog:cds+dynamic=off:stderr");

    /** As in the launcher, which has them where the JVM can do so. */
    private static final List<String> LINUX_FLAGS = List.of(
            "-XX:+UnlockExperimentalVMOptions", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=30000");

    private OwnProgram() {}

    /** @param system the properties of this Java */
    static LabProgram of(Properties system) {
        String launcher = system.getProperty(LAUNCHER);
        return launcher != null
                ? new LabProgram(List.of(launcher), WITHOUT_TRACES)
                : new LabProgram(javaCommand(system), Map.of());
    }

    private static List<String> javaCommand(Properties system) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(system.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        if ("Linux".equals(system.getProperty("os.name"))) command.addAll(LINUX_FLAGS);
        String classPath = system.getProperty("java.class.path");
        Path archive = Path.of(classPath.replaceFirst("\\.jar$", ".jsa"));
        if (classPath.endsWith(".jar") && Files.isReadable(archive))
            command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
        command.addAll(List.of("-cp", absolute(classPath), Parley.class.getName()));
        return command;
    }

    /** Peers run in folders of their own. */
    private static String absolute(String classPath) {
        String separator = File.pathSeparator;
        List<String> places = new ArrayList<>();
        for (String place : classPath.split(separator, -1))
            if (!place.isEmpty()) places.add(Path.of(place).toAbsolutePath().toString());
        return String.join(separator, places);
    }
}
