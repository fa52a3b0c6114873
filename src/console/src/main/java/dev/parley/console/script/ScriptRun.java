package dev.parley.console.script;

import dev.parley.console.api.CommandException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a file of commands from its first line to its last. Confined to the {@code parley-console} thread. */
public final class ScriptRun {
    private static final int MAX_DEPTH = 10;
    private final LineRunner runner;
    private final Variables variables;

    public ScriptRun(LineRunner runner, Variables variables) {
        this.runner = runner;
        this.variables = variables;
    }

    /**
     * How it runs.
     *
     * @param arguments what it was given, none if it is no script for arguments
     * @param strict whether the first failure ends it
     * @param shown whether each line is shown before it runs
     */
    public record Manner(Optional<List<String>> arguments, boolean strict, boolean shown) {}

    /** How many lines ran, and how many of them failed. */
    public record Count(int ran, int failed) {}

    /**
     * Runs it.
     *
     * @throws CommandException if it is no script, or it is strict and a line failed
     * @throws InterruptedException if the user stopped it
     */
    public Count run(Path file, Manner manner) throws CommandException, InterruptedException {
        if (runner.depth() >= MAX_DEPTH)
            throw new CommandException("%s is not run: scripts call each other at most %d deep; does it call itself?"
                    .formatted(file, MAX_DEPTH));
        Script script = Script.read(file);
        manner.arguments().ifPresentOrElse(variables::enter, variables::enter);
        try {
            return run(script, manner);
        } finally {
            variables.leave();
        }
    }

    private Count run(Script script, Manner manner) throws CommandException, InterruptedException {
        Optional<String> shownAs = manner.shown() ? Optional.of(script.name()) : Optional.empty();
        int ran = 0;
        int failed = 0;
        int next = 0;
        while (next < script.lines().size() && !runner.ended()) {
            if (Thread.interrupted()) throw new InterruptedException();
            for (LineRunner.Outcome outcome : runner.run(shownAs, script.linesFrom(next))) {
                next++;
                if (outcome != LineRunner.Outcome.SKIPPED) ran++;
                if (outcome == LineRunner.Outcome.FAILED) failed++;
            }
            if (manner.strict() && failed > 0)
                throw new CommandException(
                        "%s stopped at line %d, which failed.".formatted(script.name(), script.numberOf(next - 1)));
        }
        return new Count(ran, failed);
    }
}
