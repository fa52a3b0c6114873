package dev.parley.app;

import dev.parley.console.script.ScriptCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is done before anybody types, or instead. */
final class WorkOptions {
    @Option(
            names = "--script",
            paramLabel = "FILE",
            converter = OptionValues.ReadableFile.class,
            description = "Run the commands in a file, then end. Can be repeated.")
    private List<Path> scripts = new ArrayList<>();

    @Option(
            names = "-c",
            paramLabel = "COMMAND",
            description = "Run a command after the scripts, then end. Can be repeated.")
    private List<String> commands = new ArrayList<>();

    @Option(names = "--stay", description = "Go on after --script and -c.")
    private boolean stay;

    private final List<ScriptCall> programs = new ArrayList<>();

    /** Runs this one after all others. */
    void add(ScriptCall program) {
        programs.add(program);
    }

    /** Those given as options, then the one that runs as a program. */
    List<ScriptCall> scripts() {
        List<ScriptCall> all =
                new ArrayList<>(scripts.stream().map(ScriptCall::of).toList());
        all.addAll(programs);
        return all;
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    boolean stay() {
        return stay;
    }

    /** Whether the run is over when all this is done. */
    boolean endsByItself() {
        return !stay && !(scripts().isEmpty() && commands.isEmpty());
    }
}
