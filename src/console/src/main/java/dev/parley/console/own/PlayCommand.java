package dev.parley.console.own;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.command.ArgumentParser;
import dev.parley.console.command.Words;
import java.nio.file.Path;

/** For the developer at play: runs whatever the user has put there. */
public final class PlayCommand implements Command {
    static final String NAME = "play";
    private final OwnCommands own;
    private final Path folder;

    /** @param folder where functions are */
    public PlayCommand(OwnCommands own, Path folder) {
        this.own = own;
        this.folder = folder;
    }

    @Override
    public Manual manual() {
        return Manual.of(NAME, CommandGroup.OWN, "run what you have put there: your function or plugin named play")
                .taking(Parameter.optionalText("arguments"))
                .saying("A script named play.parley in the folder 'functions' of the data directory is the easiest.");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        Command play = own.scripted(NAME)
                .orElseThrow(
                        () -> new CommandException("There is nothing to play yet; write commands, one a line, into %s."
                                .formatted(folder.resolve("play.parley"))));
        Words words = Words.of(NAME + " " + invocation.arguments().text());
        Arguments arguments = new ArgumentParser(play.manual()).parse(words, 1);
        return play.run(new Invocation(invocation.session(), arguments));
    }
}
