package dev.parley.console.script;

import dev.parley.console.command.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A script to run, and what it is given. */
public record ScriptCall(Path file, List<String> arguments) {
    public ScriptCall {
        arguments = List.copyOf(arguments);
    }

    /** One that is given nothing. */
    public static ScriptCall of(Path file) {
        return new ScriptCall(file, List.of());
    }

    /** The command that runs it. */
    public String line() {
        return Stream.concat(Stream.of(file.toString()), arguments.stream())
                .map(Words::quoted)
                .collect(Collectors.joining(" ", "execute ", ""));
    }
}
