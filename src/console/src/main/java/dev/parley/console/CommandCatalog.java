package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Manual;
import dev.parley.console.command.Words;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All commands there are, in the order of the help. Nothing else lists them: help, completion and the documentation's table
 * are derived from it. Immutable.
 */
public final class CommandCatalog {
    private static final int MAX_QUOTED = 40;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Set<String> firstWords = new LinkedHashSet<>();

    /**
     * A command found in a line.
     *
     * @param nameWords of how many words its name consists
     */
    record Match(Command command, int nameWords) {}

    /** @throws IllegalArgumentException if two commands have one name */
    public CommandCatalog(Collection<Command> all) {
        for (Command command : all) {
            String name = command.manual().name();
            if (commands.put(name, command) != null)
                throw new IllegalArgumentException("Two commands are called '" + name + "'.");
            firstWords.add(firstWord(name));
        }
    }

    public Collection<Command> commands() {
        return Collections.unmodifiableCollection(commands.values());
    }

    public Optional<Command> named(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** The words that a line can begin with. */
    public Set<String> firstWords() {
        return Collections.unmodifiableSet(firstWords);
    }

    /** The commands whose name is this word, or begins with it as the first of two. */
    public List<Command> beginningWith(String firstWord) {
        return commands.values().stream()
                .filter(command -> firstWord(command.manual().name()).equals(firstWord))
                .toList();
    }

    /** @throws CommandException if there is none, with what may have been meant */
    Match find(Words words) throws CommandException {
        String first = words.list().get(0).text();
        if (words.size() > 1) {
            Command longer = commands.get(first + " " + words.list().get(1).text());
            if (longer != null) return new Match(longer, 2);
        }
        Command command = commands.get(first);
        if (command != null) return new Match(command, 1);
        throw firstWords.contains(first) ? unknownSecond(first, words) : unknown(first);
    }

    /** For a name that no command has. */
    CommandException unknown(String name) {
        String quoted = HarmlessText.shortened(name, MAX_QUOTED);
        List<String> near = NearestNames.of(name, firstWords);
        if (near.isEmpty())
            return new CommandException(
                    "There is no command '%s'; 'help' lists all, and 'msg' before a text says it to everybody."
                            .formatted(quoted));
        return new CommandException("There is no command '%s'; did you mean %s?".formatted(quoted, choice(near)));
    }

    private CommandException unknownSecond(String first, Words words) {
        List<Command> possible = beginningWith(first);
        String usages = String.join(
                " or ",
                possible.stream().map(Command::manual).map(Manual::usage).toList());
        if (words.size() == 1) return new CommandException("%s needs another word: %s".formatted(first, usages));
        return new CommandException("There is no command '%s %s'; there is %s"
                .formatted(first, HarmlessText.shortened(words.list().get(1).text(), MAX_QUOTED), usages));
    }

    private static String choice(List<String> names) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        if (quoted.size() == 1) return quoted.get(0);
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.get(quoted.size() - 1);
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
