package dev.parley.console.testing;

import dev.parley.chat.Session;
import dev.parley.console.CommandResult;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import dev.parley.console.ResultListener;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.command.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A session with its console, and all that the console tells its faces. Holds all rows of the program's commands to the schema. */
public final class ConsolePeer implements ResultListener {
    private final Session session;
    private final Console console;
    private final Path folder;
    private final JsonSchema schema;
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<CommandResult> inner = new CopyOnWriteArrayList<>();
    private final List<CommandResult.Done> interim = new CopyOnWriteArrayList<>();
    private final AtomicInteger cleared = new AtomicInteger();

    ConsolePeer(Session session, Path folder) throws IOException {
        this.session = session;
        this.folder = folder;
        this.schema = JsonSchema.read();
        this.console = new Console(session, ConsoleSettings.in(folder, "1.2.3"));
        console.listen(this);
    }

    public Session session() {
        return session;
    }

    public Console console() {
        return console;
    }

    public Path folder() {
        return folder;
    }

    /** Runs a line that has a result. */
    public CommandResult run(String line) {
        CommandResult result = console.execute(line).orElseThrow(() -> new AssertionError("nothing to run: " + line));
        if (result instanceof CommandResult.Done done && !done.rows().isEmpty()) checkRows(done);
        return result;
    }

    private void checkRows(CommandResult.Done done) {
        List<String> words = Words.of(done.command()).textsFrom(0);
        String two = String.join(" ", words.subList(0, Math.min(2, words.size())));
        Command command = console.catalog()
                .named(two)
                .or(() -> console.catalog().named(words.get(0)))
                .orElseThrow(() -> new AssertionError("no command, and yet rows: " + done));
        String name = command.manual().name();
        if (command.manual().group() == CommandGroup.OWN && !schema.commands().contains(name)) return;
        List<String> objections = schema.objections(name, done.rows());
        if (!objections.isEmpty()) throw new AssertionError(objections + " in the rows of " + done.command());
    }

    /** Runs a line that works. */
    public List<String> lines(String line) {
        return done(line).lines();
    }

    /** Runs a line that works. */
    public List<Map<String, Object>> rows(String line) {
        return done(line).rows();
    }

    /** Runs a line that fails. */
    public String error(String line) {
        if (run(line) instanceof CommandResult.Failed failed) return failed.error();
        throw new AssertionError("did not fail: " + line);
    }

    /** The script lines that were about to run, as {@code file: line}. */
    public List<String> started() {
        return started;
    }

    /** The results of script lines. */
    public List<CommandResult> inner() {
        return inner;
    }

    /** What commands that went on have shown before their results. */
    public List<CommandResult.Done> interim() {
        return interim;
    }

    /** How often an empty screen was asked for. */
    public int cleared() {
        return cleared.get();
    }

    @Override
    public void scriptLineStarted(Instant time, String file, String line) {
        started.add(file + ": " + line);
    }

    @Override
    public void scriptLineEnded(CommandResult result) {
        inner.add(result);
    }

    @Override
    public void interimGiven(CommandResult.Done given) {
        interim.add(given);
    }

    @Override
    public void clearRequested() {
        cleared.incrementAndGet();
    }

    private CommandResult.Done done(String line) {
        CommandResult result = run(line);
        if (result instanceof CommandResult.Done done) return done;
        throw new AssertionError(result.toString());
    }
}
