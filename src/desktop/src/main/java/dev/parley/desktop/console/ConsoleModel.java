package dev.parley.desktop.console;

import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.Subscription;
import dev.parley.console.CommandResult;
import dev.parley.console.Console;
import dev.parley.console.ResultListener;
import dev.parley.console.command.Words;
import dev.parley.console.text.HarmlessText;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What the console has said, which command runs and which wait for it, and the earlier lines. JavaFX thread; the console's own
 * thread reaches it through a queue.
 */
public final class ConsoleModel implements SessionListener, AutoCloseable {
    /** How many rows of output are kept. */
    public static final int MOST_LINES = 5_000;

    /** Of a command; the history has it whole. */
    private static final int MOST_SHOWN = 500;

    private static final Logger LOG = LogManager.getLogger();
    private final Console console;
    private final Clock clock;
    private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();
    private final List<ConsoleLine> fresh = new ArrayList<>();
    private final Deque<String> submitted = new ArrayDeque<>();
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("› ");
    private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastCommand = new ReadOnlyStringWrapper("");
    private final PulseQueue<Runnable> fromConsole;
    private final LineHistory history;
    private final Subscription listening;

    /** Listens to the console until closed; the console belongs to the caller. */
    public ConsoleModel(Console console, FxThread fxThread, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.fromConsole = new PulseQueue<>(fxThread, batch -> {
            batch.forEach(Runnable::run);
            flush();
        });
        this.history = new LineHistory(console.history(), fxThread);
        this.listening = console.listen(new FromConsole());
    }

    /** Runs a line after those already given, and shows what comes of it. Completes on the console's thread. */
    public CompletionStage<Optional<CommandResult>> submit(String typed) {
        String line = typed.startsWith("/") ? typed.substring(1) : typed;
        if (Words.isBlankOrComment(line)) return CompletableFuture.completedFuture(Optional.empty());
        submitted.addLast(line);
        if (submitted.size() == 1) begin(line);
        return console.executeAsync(line).whenComplete((result, error) -> fromConsole.add(() -> end(result, error)));
    }

    /** Runs a line whose result nobody waits for. */
    void run(String typed) {
        submit(typed).exceptionally(error -> {
            LOG.error("a command failed unexpectedly", error);
            return Optional.empty();
        });
    }

    /** Stops the command that runs. */
    public void interrupt() {
        console.interrupt();
    }

    /** Shows a sentence that is no answer to a command. */
    public void warn(String sentence) {
        fresh.addAll(ResultLines.text(sentence, ConsoleLine.Tone.WARNING));
        flush();
    }

    public void clear() {
        fresh.clear();
        lines.clear();
    }

    /** The command that runs, empty if none does. */
    public ReadOnlyStringProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The command that was begun last. */
    public ReadOnlyStringProperty lastCommandProperty() {
        return lastCommand.getReadOnlyProperty();
    }

    @Override
    public void close() {
        listening.close();
        history.close();
    }

    ObservableList<ConsoleLine> lines() {
        return lines;
    }

    LineHistory history() {
        return history;
    }

    ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /** What may have been meant, if the last thing said was an error that knows it. */
    Optional<ConsoleLine.Fix> firstFix() {
        if (lines.isEmpty()) return Optional.empty();
        ConsoleLine last = lines.get(lines.size() - 1);
        return last instanceof ConsoleLine.Failure failure
                ? failure.fixes().stream().findFirst()
                : Optional.empty();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        prompt.set(HarmlessText.line(event.self()) + " › ");
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        // the chat log tells who comes and goes
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // the list of members shows it
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        // the chat log shows them
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        boolean warns = event.level() == SessionEvent.Level.WARN;
        fresh.addAll(ResultLines.text(event.text(), warns ? ConsoleLine.Tone.WARNING : ConsoleLine.Tone.NOTICE));
        flush();
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        // the command events shows the timeline
    }

    private void begin(String line) {
        String shown = HarmlessText.shortened(line, MOST_SHOWN);
        running.set(shown);
        lastCommand.set(shown);
        fresh.add(new ConsoleLine.Command(prompt.get(), shown, clock.instant()));
        flush();
    }

    private void end(Optional<CommandResult> result, Throwable error) {
        submitted.removeFirst();
        running.set("");
        if (error == null) result.ifPresent(known -> fresh.addAll(ResultLines.of(known)));
        flush();
        if (!submitted.isEmpty()) begin(submitted.getFirst());
    }

    private void flush() {
        if (fresh.isEmpty()) return;
        int from = Math.max(0, fresh.size() - MOST_LINES);
        lines.addAll(List.copyOf(fresh.subList(from, fresh.size())));
        fresh.clear();
        if (lines.size() > MOST_LINES) lines.remove(0, lines.size() - MOST_LINES);
    }

    /** Called on the console's thread. */
    private final class FromConsole implements ResultListener {
        @Override
        public void scriptLineStarted(Instant time, String file, String line) {
            String prefix = HarmlessText.line(file) + " › ";
            fromConsole.add(
                    () -> fresh.add(new ConsoleLine.Command(prefix, HarmlessText.shortened(line, MOST_SHOWN), time)));
        }

        @Override
        public void scriptLineEnded(CommandResult result) {
            fromConsole.add(() -> fresh.addAll(ResultLines.of(result)));
        }

        @Override
        public void interimGiven(CommandResult.Done interim) {
            fromConsole.add(() -> {
                clear();
                fresh.addAll(ResultLines.of(interim));
            });
        }

        @Override
        public void clearRequested() {
            fromConsole.add(ConsoleModel.this::clear);
        }
    }
}
