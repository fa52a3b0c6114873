package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Reply;
import dev.parley.console.command.Words;
import dev.parley.console.script.Variables;
import dev.parley.console.text.HarmlessText;
import java.util.List;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Runs one line: reads it, lets its command do it, and makes a result of what comes of it. Confined to the console thread. */
final class LineExecution {
    private static final Logger LOG = LogManager.getLogger();
    private static final int MAX_DEPTH = 10;
    private static final String EXPECT = "expect ";
    private static final String EXPECT_FAILURE = "expect failure";
    private final Session session;
    private final Supplier<CommandCatalog> catalog;
    private final Variables variables;
    private final RunningCommand running;
    private List<String> lastOutput = List.of();
    private String current = "";
    private int depth;

    LineExecution(Session session, Supplier<CommandCatalog> catalog, Variables variables, RunningCommand running) {
        this.session = session;
        this.catalog = catalog;
        this.variables = variables;
        this.running = running;
    }

    /** How many lines are running, each on behalf of the one before; the first counts not. */
    int depth() {
        return depth;
    }

    /** The line that runs, as it was given. */
    String line() {
        return current;
    }

    /** What the last command put out that looks not at the output of others. */
    List<String> lastOutput() {
        return lastOutput;
    }

    /** Lines have been done that put out nothing. */
    void forgetOutput() {
        lastOutput = List.of();
    }

    /** Runs a line that somebody has given. */
    CommandResult run(String line) throws InterruptedException {
        current = line;
        try {
            Reply reply = replyTo(line);
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

    /** Runs a line of a script. */
    CommandResult runInner(String line) throws InterruptedException {
        depth++;
        try {
            return run(line);
        } finally {
            depth--;
        }
    }

    /** Runs a line as part of the command that is running. */
    Reply replyInner(String line) throws CommandException, SessionException, InterruptedException {
        if (depth >= MAX_DEPTH)
            throw new CommandException("'%s' is not run: commands call each other at most %d deep; does it call itself?"
                    .formatted(HarmlessText.shortened(line, 80), MAX_DEPTH));
        depth++;
        try {
            return replyTo(line);
        } finally {
            depth--;
        }
    }

    private Reply replyTo(String line) throws CommandException, SessionException, InterruptedException {
        if (Words.isBlankOrComment(line)) return Reply.NOTHING;
        ReadLine read = ReadLine.of(line, catalog.get(), variables);
        String name = read.command().manual().name();
        boolean looksAtOutput = name.startsWith(EXPECT) && !name.equals(EXPECT_FAILURE);
        try {
            Reply reply = read.command().run(new Invocation(session, read.arguments()));
            if (!looksAtOutput) lastOutput = reply.lines();
            return reply;
        } catch (CommandException | SessionException e) {
            if (!looksAtOutput) lastOutput = List.of(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** For what no command should let happen. */
    static CommandResult unexpected(String line, RuntimeException e) {
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
}
