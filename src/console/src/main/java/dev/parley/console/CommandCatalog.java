package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Manual;
import dev.parley.console.command.Words;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All commands there are, in the order of the help. Nothing else lists them: help, completion and the documentation's table
 * are derived from it. The program's commands stay; the user's own come and go, and never take the place of those. Any thread.
 */
public final class CommandCatalog {
    private static final int MAX_QUOTED = 40;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Set<String> firstWords = new LinkedHashSet<>();
    private final Supplier<Collection<Command>> own;

    /**
     * A command found in a line.
     *
     * @param nameWords of how many words its name consists
     */
    record Match(Command command, int nameWords) {}

    /** @throws IllegalArgumentException if two commands have one name */
    public CommandCatalog(Collection<Command> all) {
        this(all, List::of);
    }

    /**
     * @param own the user's commands as they are now
     * @throws IllegalArgumentException if two commands of the program have one name
     */
    CommandCatalog(Collection<Command> all, Supplier<Collection<Command>> own) {
        this.own = own;
        for (Command command : all) {
            String name = command.manual().name();
            if (commands.put(name, command) != null)
                throw new IllegalArgumentException("Two commands are called '" + name + "'.");
            firstWords.add(firstWord(name));
        }
    }

    public Collection<Command> commands() {
        List<Command> all = new ArrayList<>(commands.values());
        all.addAll(own());
        return Collections.unmodifiableCollection(all);
    }

    private List<Command> own() {
        return own.get().stream().filter(command -> !isTaken(command)).toList();
    }

    /** Whether a line that begins with this word is for a command of the program. */
    boolean isOfProgram(String firstWord) {
        return firstWords.contains(firstWord);
    }

    private boolean isTaken(Command command) {
        return isOfProgram(firstWord(command.manual().name()));
    }

    public Optional<Command> named(String name) {
        Command command = commands.get(name);
        if (command != null || isOfProgram(firstWord(name))) return Optional.ofNullable(command);
        return own().stream().filter(one -> one.manual().name().equals(name)).findFirst();
    }

    /** The words that a line can begin with. */
    public Set<String> firstWords() {
        Set<String> all = new LinkedHashSet<>(firstWords);
        for (Command command : own()) all.add(firstWord(command.manual().name()));
        return Collections.unmodifiableSet(all);
    }

    /** The commands whose name is this word, or begins with it as the first of two. */
    public List<Command> beginningWith(String firstWord) {
        Collection<Command> among = isOfProgram(firstWord) ? commands.values() : own();
        return among.stream()
                .filter(command -> firstWord(command.manual().name()).equals(firstWord))
                .toList();
    }

    /** @throws CommandException if there is none, with what may have been meant */
    Match find(Words words) throws CommandException {
        String first = words.get(0).text();
        if (words.has(1)) {
            Optional<Command> longer = named(first + " " + words.get(1).text());
            if (longer.isPresent()) return new Match(longer.get(), 2);
        }
        Optional<Command> command = named(first);
        if (command.isPresent()) return new Match(command.get(), 1);
        throw beginningWith(first).isEmpty() ? unknown(first) : unknownSecond(first, words);
    }

    /** For a name that no command has. */
    CommandException unknown(String name) {
        String quoted = HarmlessText.shortened(name, MAX_QUOTED);
        List<String> near = NearestNames.of(name, firstWords());
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
        if (!words.has(1)) return new CommandException("%s needs another word: %s".formatted(first, usages));
        return new CommandException("There is no command '%s %s'; there is %s"
                .formatted(first, HarmlessText.shortened(words.get(1).text(), MAX_QUOTED), usages));
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
