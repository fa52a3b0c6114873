package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.nio.file.Path;

/** Writes the effective stack to a file. */
public final class SaveConfigCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "saveconfig",
                        CommandGroup.GROUP,
                        "write the effective stack as XML that loadconfig reads back unchanged")
                .taking(Parameter.optional("file").suggesting(new FileSuggestions()))
                .saying("Without a file: the stack's name and .xml, in the working folder.")
                .example("saveconfig my-stack.xml");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        Path written =
                invocation.session().connection().save(invocation.arguments().path("file"));
        return Reply.line("Saved as " + written, Reply.row("file", written.toString()));
    }
}
