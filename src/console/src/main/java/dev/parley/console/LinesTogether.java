package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.command.TogetherCommand;
import dev.parley.console.command.Words;
import dev.parley.console.script.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Lines of a script, one behind the other, that one command does together. Confined to the console thread. */
final class LinesTogether {
    private static final Logger LOG = LogManager.getLogger();
    private final TogetherCommand command;
    private final Variables variables;
    private final List<String> lines = new ArrayList<>();
    private final List<Arguments> runs = new ArrayList<>();

    private LinesTogether(TogetherCommand command, Variables variables) {
        this.command = command;
        this.variables = variables;
    }

    /** The first of these lines and those that can be done with it; empty unless there are several like the one before. */
    static Optional<LinesTogether> with(
            String before, List<String> lines, CommandCatalog catalog, Variables variables) {
        if (!(commandOf(before, catalog) instanceof TogetherCommand command)) return Optional.empty();
        LinesTogether together = new LinesTogether(command, variables);
        long weight = 0;
        for (String line : lines) {
            Optional<Arguments> run = together.read(line, catalog);
            if (run.isEmpty()) break;
            weight += command.weight(run.get());
            if (weight > command.mostTogether()) break;
            together.lines.add(line);
            together.runs.add(run.get());
        }
        return together.lines.size() > 1 ? Optional.of(together) : Optional.empty();
    }

    private static Command commandOf(String line, CommandCatalog catalog) {
        try {
            return catalog.find(Words.of(line)).command();
        } catch (CommandException e) {
            LOG.debug("gone since it worked", e);
            return null;
        }
    }

    /** What the line asks of the command; empty if it asks something else, or does not ask properly. */
    private Optional<Arguments> read(String line, CommandCatalog catalog) {
        if (Words.isBlankOrComment(line)) return Optional.empty();
        try {
            ReadLine read = ReadLine.of(line, catalog, variables);
            return read.command() == command ? Optional.of(read.arguments()) : Optional.empty();
        } catch (CommandException e) {
            // its own run will say so
            return Optional.empty();
        }
    }

    List<String> lines() {
        return lines;
    }

    /** Returns whether all of them have been done; else none has. */
    boolean run(Session session) {
        try {
            command.runTogether(session, runs);
            return true;
        } catch (SessionException e) {
            LOG.debug("not together", e);
            return false;
        }
    }
}
