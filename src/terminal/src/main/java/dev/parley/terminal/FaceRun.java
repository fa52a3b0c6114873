package dev.parley.terminal;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionException;
import dev.parley.chat.Subscription;
import dev.parley.console.CommandResult;
import dev.parley.console.Console;
import dev.parley.console.ResultListener;
import dev.parley.console.script.ScriptCall;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of a face: what all faces do in the same way. Confined to the face's calling thread, but for {@link #flush}. */
final class FaceRun implements AutoCloseable {
    private final Session session;
    private final Console console;
    private final LaunchPlan plan;
    private final PrintQueue output;
    private final AtomicInteger failures = new AtomicInteger();
    private final Subscription events;
    private final Subscription results;

    /** Shows everything from now on. */
    FaceRun(Session session, Console console, LaunchPlan plan, Output output) {
        this.session = session;
        this.console = console;
        this.plan = plan;
        this.output = new PrintQueue(output);
        this.results = console.listen(new CountingListener());
        this.events = session.listen(this.output);
    }

    /** Tells what is to be told first, and starts the session, if that is not left to the user. */
    void start() {
        plan.notices().forEach(output::noticeGiven);
        console.problems().forEach(problem -> notice(SessionEvent.Level.WARN, problem));
        if (!plan.manual()) session.start();
    }

    /** Waits for the first group, not forever, if the plan does not leave it to the user. */
    void awaitGroup() {
        if (plan.manual()) return;
        try {
            session.settled().get(plan.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            notice(
                    SessionEvent.Level.WARN,
                    "Not in the group after %d s; going on without."
                            .formatted(plan.patience().toSeconds()));
        } catch (ExecutionException e) {
            notice(SessionEvent.Level.WARN, "Not in the group; going on without.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the scripts, then the commands. */
    void runGiven() {
        for (ScriptCall script : plan.scripts()) if (!console.isEnding()) show(console.executeScript(script));
        for (String command : plan.commands()) run(command);
    }

    /** Runs one line, unless the user has quit. */
    void run(String line) {
        if (!console.isEnding()) show(console.execute(line));
    }

    /** Shows a line as failed without running it. */
    void refuse(String line, String reason) {
        show(Optional.of(new CommandResult.Failed(line, reason)));
    }

    void notice(SessionEvent.Level level, String text) {
        output.noticeGiven(new SessionEvent.NoticeGiven(level, text));
    }

    /** Waits until all this is shown. */
    void flush() {
        output.flush();
    }

    int failures() {
        return failures.get();
    }

    /** Leaves in order, so that the end is still shown. */
    void leave() {
        try {
            session.leave();
        } catch (SessionException e) {
            notice(SessionEvent.Level.WARN, e.getMessage());
        }
    }

    @Override
    public void close() {
        events.close();
        results.close();
        output.close();
    }

    private void show(Optional<CommandResult> result) {
        result.ifPresent(given -> {
            count(given);
            output.resultGiven(given);
        });
    }

    private void count(CommandResult result) {
        if (result instanceof CommandResult.Failed) failures.incrementAndGet();
    }

    private final class CountingListener implements ResultListener {
        @Override
        public void scriptLineStarted(Instant time, String file, String line) {
            output.scriptLineStarted(time, file, line);
        }

        @Override
        public void scriptLineEnded(CommandResult result) {
            count(result);
            output.scriptLineEnded(result);
        }

        @Override
        public void interimGiven(CommandResult.Done interim) {
            output.interimGiven(interim);
        }

        @Override
        public void clearRequested() {
            output.clearRequested();
        }
    }
}
