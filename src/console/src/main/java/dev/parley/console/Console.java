package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.chat.Subscription;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Reply;
import dev.parley.console.command.Words;
import dev.parley.console.script.LineRunner;
import dev.parley.console.script.SessionWatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Where lines become results: one line after the other runs on the {@code parley-console} thread. Methods may be called from
 * any other thread. Nothing here prints.
 */
public final class Console implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private final Session session;
    private final CommandCatalog catalog;
    private final Completer completer;
    private final CommandHistory history;
    private final Subscription watching;
    private final List<ResultListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final RunningCommand running = new RunningCommand();
    private final ExecutorService executor;
    private volatile boolean ending;

    /** Listens to the session until closed; the session belongs to the caller. */
    public Console(Session session, ConsoleSettings settings) {
        this.session = session;
        SessionWatch watch = new SessionWatch();
        this.catalog = new CommandCatalog(commands(watch, settings));
        this.completer = new Completer(catalog, session);
        this.history = new CommandHistory(settings.historyFile());
        this.executor = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "parley-console");
            thread.setDaemon(true);
            return thread;
        });
        this.watching = session.listen(watch);
    }

    private List<Command> commands(SessionWatch watch, ConsoleSettings settings) {
        LogFile log = new LogFile();
        List<Command> all = new ArrayList<>();
        all.addAll(StandardCommands.chat());
        all.addAll(StandardCommands.group());
        all.addAll(StandardCommands.map());
        all.addAll(StandardCommands.bootstrap());
        all.addAll(StandardCommands.faults());
        all.addAll(StandardCommands.scripts(new ScriptLines(), watch));
        all.add(new HelpCommand(this::catalog));
        all.add(new LogOnCommand(log));
        all.add(new LogOffCommand(log));
        all.add(new VersionCommand(settings.version()));
        all.add(new ClearCommand(() -> listeners.forEach(ResultListener::clearRequested)));
        all.add(new QuitCommand(() -> ending = true));
        return all;
    }

    /**
     * Runs a line and waits for its result; empty if there is nothing to run (an empty line, a comment). When the waiting
     * thread is interrupted, so is the command.
     */
    public Optional<CommandResult> execute(String line) {
        CompletableFuture<Optional<CommandResult>> result = executeAsync(line);
        try {
            return result.get();
        } catch (InterruptedException e) {
            interrupt();
            Optional<CommandResult> interrupted = result.join();
            Thread.currentThread().interrupt();
            return interrupted;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    /** Runs a line after those already given. */
    public CompletableFuture<Optional<CommandResult>> executeAsync(String line) {
        if (Words.isBlankOrComment(line)) return CompletableFuture.completedFuture(Optional.empty());
        CompletableFuture<Optional<CommandResult>> result = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                result.complete(Optional.of(runFromFace(line)));
                if (ending) ended.complete(null);
            });
        } catch (RejectedExecutionException e) {
            result.complete(
                    Optional.of(new CommandResult.Failed(line, "The program is ending and runs nothing more.")));
        }
        return result;
    }

    /** Runs a script as {@code execute} does. */
    public Optional<CommandResult> executeScript(Path file) {
        return execute("execute " + Words.quoted(file.toString()));
    }

    /** Stops the command that is running, with the scripts around it. Returns whether there was one. */
    public boolean interrupt() {
        return running.interrupt();
    }

    /** What could stand at the cursor. */
    public Completion complete(String line, int cursor) {
        return completer.complete(line, cursor);
    }

    public CommandCatalog catalog() {
        return catalog;
    }

    public CommandHistory history() {
        return history;
    }

    /** Hears what happens while lines run, from now on. */
    public Subscription listen(ResultListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether {@code quit} was run, so that the face should end and ask for nothing more. */
    public boolean isEnding() {
        return ending;
    }

    /** Completes when {@code quit} was run and its result has been given. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /** Stops what is running and runs nothing more. */
    @Override
    public void close() {
        watching.close();
        executor.shutdown();
        interrupt();
    }

    private CommandResult runFromFace(String line) {
        running.begin();
        try {
            return run(line);
        } catch (InterruptedException e) {
            return stopped(line);
        } finally {
            running.end();
        }
    }

    private CommandResult run(String line) throws InterruptedException {
        try {
            ReadLine read = ReadLine.of(line, catalog);
            Reply reply = read.command().run(new Invocation(session, read.arguments()));
            return new CommandResult.Done(line, reply.lines(), reply.rows());
        } catch (CommandException | SessionException e) {
            if (running.isInterrupted()) throw interruption(e);
            LOG.debug("command failed", e);
            return new CommandResult.Failed(line, e.getMessage());
        } catch (RuntimeException e) {
            if (running.isInterrupted()) throw interruption(e);
            return unexpected(line, e);
        }
    }

    private static CommandResult unexpected(String line, RuntimeException e) {
        LOG.error("command failed unexpectedly", e);
        return new CommandResult.Failed(
                line,
                "This failed unexpectedly (%s); the log says more."
                        .formatted(e.getClass().getSimpleName()));
    }

    private static InterruptedException interruption(Exception cause) {
        InterruptedException interruption = new InterruptedException();
        interruption.initCause(cause);
        return interruption;
    }

    private static CommandResult stopped(String line) {
        return new CommandResult.Failed(line, "Stopped by the user.");
    }

    /** Confined to the console thread. */
    private final class ScriptLines implements LineRunner {
        private int depth;

        /** The last line that was run, if it worked: what it found in its way, no line like it finds there either. */
        private String worked = "";

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public boolean ended() {
            return ending;
        }

        @Override
        public List<Outcome> run(String file, List<String> lines) throws InterruptedException {
            String line = lines.get(0);
            if (Words.isBlankOrComment(line)) return List.of(Outcome.SKIPPED);
            Optional<LinesTogether> together =
                    worked.isEmpty() ? Optional.empty() : LinesTogether.with(worked, lines, catalog);
            started(file, line);
            try {
                if (together.isPresent() && together.get().run(session)) return done(file, together.get());
            } catch (RuntimeException e) {
                tell(unexpected(line, e));
                return List.of(Outcome.FAILED);
            }
            return List.of(runAlone(line));
        }

        private Outcome runAlone(String line) throws InterruptedException {
            worked = "";
            depth++;
            try {
                CommandResult result = Console.this.run(line);
                tell(result);
                if (result instanceof CommandResult.Failed) return Outcome.FAILED;
                worked = line;
                return Outcome.DONE;
            } catch (InterruptedException e) {
                tell(stopped(line));
                throw e;
            } finally {
                depth--;
            }
        }

        /** The first of them is known to have been started. */
        private List<Outcome> done(String file, LinesTogether together) {
            for (int i = 0; i < together.lines().size(); i++) {
                String line = together.lines().get(i);
                if (i > 0) started(file, line);
                tell(new CommandResult.Done(line, List.of(), List.of()));
            }
            return Collections.nCopies(together.lines().size(), Outcome.DONE);
        }

        private void started(String file, String line) {
            Instant now = Instant.now();
            listeners.forEach(listener -> listener.scriptLineStarted(now, file, line));
        }

        private void tell(CommandResult result) {
            listeners.forEach(listener -> listener.scriptLineEnded(result));
        }
    }
}
