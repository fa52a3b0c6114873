package dev.parley.console;

import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.command.ArgumentParser;
import dev.parley.console.command.Words;

/** A line as it is understood: which command, with which arguments. */
record ReadLine(Command command, Arguments arguments) {
    /** @throws CommandException if it is none, with what may have been meant */
    static ReadLine of(String line, CommandCatalog catalog) throws CommandException {
        Words words = Words.of(line);
        CommandCatalog.Match match = catalog.find(words);
        ArgumentParser parser = new ArgumentParser(match.command().manual());
        return new ReadLine(match.command(), parser.parse(words, match.nameWords()));
    }
}
