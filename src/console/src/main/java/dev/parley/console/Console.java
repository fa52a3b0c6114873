package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.chat.Subscription;
import dev.parley.console.api.Command;
import dev.parley.console.api.Reply;
import dev.parley.console.bootstrap.NamedServices;
import dev.parley.console.command.Words;
import dev.parley.console.doctor.DoctorCommand;
import dev.parley.console.doctor.JGroupsComplaints;
import dev.parley.console.history.CommandHistory;
import dev.parley.console.jshell.JavaCommand;
import dev.parley.console.lab.LabBench;
import dev.parley.console.lab.LabCommands;
import dev.parley.console.log.LogTail;
import dev.parley.console.own.AliasCommand;
import dev.parley.console.own.Aliases;
import dev.parley.console.own.Functions;
import dev.parley.console.own.OwnCommands;
import dev.parley.console.own.PlayCommand;
import dev.parley.console.own.Plugins;
import dev.parley.console.own.UnaliasCommand;
import dev.parley.console.script.LineRunner;
import dev.parley.console.script.ScriptCall;
import dev.parley.console.script.SessionWatch;
import dev.parley.console.script.Variables;
import dev.parley.console.settings.SetCommand;
import dev.parley.console.settings.Settings;
import dev.parley.console.settings.StandardSettings;
import dev.parley.console.stack.StatsCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Where lines become results: one line after the other runs on the {@code parley-console} thread. Methods may be called from
 * any other thread. Nothing here prints.
 */
public final class Console implements AutoCloseable {
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private final CommandCatalog catalog;
    private final Completer completer;
    private final CommandHistory history;
    private final Settings settings;
    private final LineExecution execution;
    private final Plugins plugins;
    private final JavaCommand java;
    private final LogTail tail = LogTail.open();
    private final OwnCommands usersOwn;
    private final List<Subscription> subscriptions;
    private final LabBench bench;
    private final List<ResultListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final RunningCommand running = new RunningCommand();
    private final JGroupsComplaints complaints = new JGroupsComplaints();
    private final ExecutorService executor;
    private volatile boolean ending;

    /** Listens to the session until closed; the session belongs to the caller. */
    public Console(Session session, ConsoleSettings settings) {
        this(session, settings, List.of());
    }

    /**
     * A console with more commands than come with Parley.
     *
     * @param own have names that none of Parley's commands has
     */
    public Console(Session session, ConsoleSettings settings, List<Command> own) {
        this.settings = settings.settings();
        this.history = new CommandHistory(settings.historyFile());
        this.java = new JavaCommand(settings.java());
        SessionWatch watch = new SessionWatch();
        this.bench = new LabBench(session, settings.lab());
        Variables variables = new Variables();
        this.execution = new LineExecution(session, this::catalog, variables, running);
        LineRunner runner = new ScriptLines(session, this::catalog, variables, execution, new AllFaces());
        this.plugins = new Plugins(settings.folder().resolve("plugins"));
        Aliases aliases = new Aliases(settings.folder().resolve("aliases"));
        Functions functions = new Functions(settings.folder().resolve("functions"), runner, variables);
        this.usersOwn = new OwnCommands(aliases, functions, plugins, runner);
        List<Command> commands = commands(runner, watch, variables, settings);
        commands.addAll(own);
        commands.add(new AliasCommand(aliases, this::isTakenForAliases));
        commands.add(new UnaliasCommand(aliases));
        commands.add(new PlayCommand(usersOwn, functions.folder()));
        this.catalog = new CommandCatalog(commands, usersOwn);
        this.completer = new Completer(catalog, session);
        this.executor = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "parley-console");
            thread.setDaemon(true);
            return thread;
        });
        this.subscriptions = List.of(
                session.listen(watch),
                this.settings.follow(
                        StandardSettings.ALLOW_REMOTE_FAULTS,
                        value -> session.permissions().allowFaults(value.equals("on"))),
                this.settings.follow(
                        StandardSettings.ALLOW_REMOTE_STACK,
                        value -> session.permissions().allowStack(value.equals("on"))));
    }

    private List<Command> commands(
            LineRunner runner, SessionWatch watch, Variables variables, ConsoleSettings settings) {
        List<Command> all = new ArrayList<>();
        all.addAll(StandardCommands.chat(history));
        all.addAll(StandardCommands.group());
        all.addAll(StandardCommands.stack());
        all.add(new StatsCommand(
                BETWEEN_REFRESHES, this::showInterim, () -> listeners.forEach(ResultListener::clearRequested)));
        all.addAll(StandardCommands.map());
        all.addAll(StandardCommands.bootstrap(new NamedServices(settings.settings(), System.getenv())));
        all.addAll(StandardCommands.faults());
        all.addAll(LabCommands.of(bench));
        all.addAll(StandardCommands.scripts(runner, watch, variables));
        all.add(new DoctorCommand(complaints));
        all.add(new HelpCommand(this::catalog));
        all.add(new SetCommand(settings.settings(), variables));
        all.addAll(StandardCommands.log(tail));
        all.add(java);
        all.add(new VersionCommand(settings.version()));
        all.add(new ClearCommand(() -> listeners.forEach(ResultListener::clearRequested)));
        all.add(new QuitCommand(() -> ending = true));
        return all;
    }

    private boolean isTakenForAliases(String name) {
        return catalog.isOfProgram(name) || usersOwn.scripted(name).isPresent();
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
    public Optional<CommandResult> executeScript(ScriptCall script) {
        return execute(script.line());
    }

    /** Stops the command that is running, with the scripts around it. Returns whether there was one. */
    public boolean interrupt() {
        return running.interrupt();
    }

    /** What could stand at the cursor. */
    public Completion complete(String line, int cursor) {
        return completer.complete(line, cursor);
    }

    /** The arguments to come, as in a usage line, to stand right behind this text; empty if there are none. */
    public String hint(String text) {
        return Hint.behind(text, catalog);
    }

    public CommandCatalog catalog() {
        return catalog;
    }

    public CommandHistory history() {
        return history;
    }

    /** What the user has set. */
    public Settings settings() {
        return settings;
    }

    /** What the user should be told at the start, each a sentence: what cannot be kept or read. */
    public List<String> problems() {
        return Stream.concat(
                        Stream.of(history.problem(), settings.problem()).flatMap(Optional::stream),
                        usersOwn.problems(catalog::isOfProgram).stream())
                .toList();
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

    /** Stops what is running and runs nothing more; ends the peers of the lab. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        complaints.close();
        executor.shutdown();
        interrupt();
        bench.close();
        java.close();
        plugins.close();
        tail.close();
    }

    private void showInterim(Reply reply) {
        CommandResult.Done interim = new CommandResult.Done(execution.line(), reply.lines(), reply.rows());
        listeners.forEach(listener -> listener.interimGiven(interim));
    }

    private CommandResult runFromFace(String line) {
        running.begin();
        try {
            return execution.run(line);
        } catch (InterruptedException e) {
            return stopped(line);
        } finally {
            running.end();
        }
    }

    static CommandResult stopped(String line) {
        return new CommandResult.Failed(line, "Stopped by the user.");
    }

    /** All faces, told one after the other. */
    private final class AllFaces implements ScriptLines.Faces {
        @Override
        public boolean ending() {
            return ending;
        }

        @Override
        public void scriptLineStarted(Instant time, String file, String line) {
            listeners.forEach(listener -> listener.scriptLineStarted(time, file, line));
        }

        @Override
        public void scriptLineEnded(CommandResult result) {
            listeners.forEach(listener -> listener.scriptLineEnded(result));
        }

        @Override
        public void clearRequested() {
            listeners.forEach(ResultListener::clearRequested);
        }
    }
}
