package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Reply;
import dev.parley.console.command.Words;
import dev.parley.console.script.LineRunner;
import dev.parley.console.script.Variables;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the lines of scripts, and tells the faces what comes of each. Confined to the console thread. */
final class ScriptLines implements LineRunner {
    private final Session session;
    private final Supplier<CommandCatalog> catalog;
    private final Variables variables;
    private final LineExecution execution;
    private final Faces faces;

    /** The last line that was run, if it worked: what it found in its way, no line like it finds there either. */
    private String worked = "";

    /** Who hears of it, and whether they are going. */
    interface Faces extends ResultListener {
        boolean ending();
    }

    ScriptLines(
            Session session,
            Supplier<CommandCatalog> catalog,
            Variables variables,
            LineExecution execution,
            Faces faces) {
        this.session = session;
        this.catalog = catalog;
        this.variables = variables;
        this.execution = execution;
        this.faces = faces;
    }

    @Override
    public int depth() {
        return execution.depth();
    }

    @Override
    public boolean ended() {
        return faces.ending();
    }

    @Override
    public Reply reply(String line) throws CommandException, SessionException, InterruptedException {
        return execution.replyInner(line);
    }

    @Override
    public List<String> lastOutput() {
        return execution.lastOutput();
    }

    @Override
    public List<Outcome> run(Optional<String> file, List<String> lines) throws InterruptedException {
        String line = lines.get(0);
        if (Words.isBlankOrComment(line)) return List.of(Outcome.SKIPPED);
        Optional<LinesTogether> together =
                worked.isEmpty() ? Optional.empty() : LinesTogether.with(worked, lines, catalog.get(), variables);
        started(file, line);
        try {
            if (together.isPresent() && together.get().run(session)) return done(file, together.get());
        } catch (RuntimeException e) {
            faces.scriptLineEnded(LineExecution.unexpected(line, e));
            return List.of(Outcome.FAILED);
        }
        return List.of(runAlone(line));
    }

    private Outcome runAlone(String line) throws InterruptedException {
        worked = "";
        try {
            CommandResult result = execution.runInner(line);
            faces.scriptLineEnded(result);
            if (result instanceof CommandResult.Failed) return Outcome.FAILED;
            worked = line;
            return Outcome.DONE;
        } catch (InterruptedException e) {
            faces.scriptLineEnded(Console.stopped(line));
            throw e;
        }
    }

    /** The first of them is known to have been started. */
    private List<Outcome> done(Optional<String> file, LinesTogether together) {
        for (int i = 0; i < together.lines().size(); i++) {
            String line = together.lines().get(i);
            if (i > 0) started(file, line);
            faces.scriptLineEnded(new CommandResult.Done(line, List.of(), List.of()));
        }
        execution.forgetOutput();
        return Collections.nCopies(together.lines().size(), Outcome.DONE);
    }

    private void started(Optional<String> file, String line) {
        Instant now = Instant.now();
        file.ifPresent(name -> faces.scriptLineStarted(now, name, line));
    }
}
