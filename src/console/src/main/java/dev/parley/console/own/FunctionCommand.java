package dev.parley.console.own;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.script.Script;
import dev.parley.console.script.ScriptRun;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Plural;
import java.nio.file.Path;
import java.util.Optional;

/** A script of the user's as a command, with the words behind its name as {@code $1} to {@code $9} and {@code $*}. */
public final class FunctionCommand implements Command {
    private static final int MAX_SUMMARY = 80;
    private final String name;
    private final Path file;
    private final ScriptRun run;
    private final String summary;

    FunctionCommand(String name, Path file, ScriptRun run) {
        this.name = name;
        this.file = file;
        this.run = run;
        this.summary = summary(file);
    }

    @Override
    public Manual manual() {
        return Manual.of(name, CommandGroup.OWN, summary)
                .taking(Parameter.repeated("argument").suggesting(new FileSuggestions()))
                .saying("Runs " + HarmlessText.line(file.toString()) + ", with its arguments as $1 to $9 and $*.");
    }

    /** The first comment of the script. */
    private static String summary(Path file) {
        return Script.firstComment(file)
                .map(comment -> HarmlessText.shortened(comment, MAX_SUMMARY).replaceFirst("\\.$", ""))
                .filter(comment -> !comment.isBlank())
                .orElse("a function of yours");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        ScriptRun.Count count = run.run(
                file, new ScriptRun.Manner(Optional.of(invocation.arguments().all("argument")), false, false));
        if (count.failed() > 0)
            throw new CommandException(
                    "%s: %d of %s failed.".formatted(name, count.failed(), Plural.of(count.ran(), "command")));
        return Reply.NOTHING;
    }
}
