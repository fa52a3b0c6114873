package dev.parley.console;

import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Manual;
import dev.parley.console.command.ArgumentParser;
import dev.parley.console.command.Expansion;
import dev.parley.console.command.Words;
import dev.parley.console.script.Variables;
import java.util.List;

/** A line as it is understood: which command, with which arguments. */
record ReadLine(Command command, Arguments arguments) {
    /** @throws CommandException if it is none, with what may have been meant */
    static ReadLine of(String line, CommandCatalog catalog, Variables variables) throws CommandException {
        Words words = Words.of(line);
        CommandCatalog.Match match = catalog.find(words);
        Manual manual = match.command().manual();
        Expansion expansion = manual.verbatim() ? Expansion.NONE : new ByVariables(variables);
        ArgumentParser parser = new ArgumentParser(manual, expansion);
        return new ReadLine(match.command(), parser.parse(words, match.nameWords()));
    }

    /** What stands for the variables in a line. */
    private record ByVariables(Variables variables) implements Expansion {
        @Override
        public List<String> word(String word) {
            return variables.expandWord(word);
        }

        @Override
        public String text(String text) {
            return variables.expand(text);
        }
    }
}
