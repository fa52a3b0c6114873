package dev.parley.console.own;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.command.Words;
import dev.parley.console.script.LineRunner;
import dev.parley.console.script.Variables;
import dev.parley.console.text.HarmlessText;

/** What an alias makes: the command that it stands for, with what is typed behind it. */
public final class AliasedCommand implements Command {
    private static final int MAX_SHOWN = 60;
    private final String name;
    private final String command;
    private final LineRunner runner;

    AliasedCommand(String name, String command, LineRunner runner) {
        this.name = name;
        this.command = command;
        this.runner = runner;
    }

    @Override
    public Manual manual() {
        return Manual.of(name, CommandGroup.OWN, "alias of " + HarmlessText.shortened(command, MAX_SHOWN))
                .taking(Parameter.optionalText("arguments"))
                .saying("What is typed behind it goes to the place of $1 to $9 and $* in it, or else behind it.");
    }

    /** The line that runs instead of one with this text behind the alias. */
    public String line(String behind) {
        if (Variables.usesArguments(command))
            return Variables.withArguments(command, Words.of(behind).textsFrom(0));
        return behind.isBlank() ? command : command + " " + behind;
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        return runner.reply(line(invocation.arguments().text()));
    }
}
