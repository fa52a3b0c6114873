package dev.parley.console.own;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.text.HarmlessText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives a command a short name, or shows what short names there are. */
public final class AliasCommand implements Command {
    private static final Pattern DEFINITION = Pattern.compile("(?s)\\s*([^\\s=]+)\\s*=\\s?(.*)");
    private final Aliases aliases;
    private final Predicate<String> taken;

    /** @param taken whether there is a command of this name that is no alias */
    public AliasCommand(Aliases aliases, Predicate<String> taken) {
        this.aliases = aliases;
        this.taken = taken;
    }

    @Override
    public Manual manual() {
        return Manual.of("alias", CommandGroup.OWN, "give a command a short name, which is kept; or list them")
                .taking(Parameter.optionalText("name = command").suggesting(names(aliases)))
                .saying(
                        "The command is taken as typed, to the end of the line. What is typed behind the short name later",
                        "goes to the place of $1 to $9 and $* in it, or else behind it.")
                .example("alias hi = msg hello")
                .takingVariablesAsTyped();
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        String text = invocation.arguments().text();
        if (text.isBlank()) return list();
        Matcher definition = DEFINITION.matcher(text);
        if (!definition.matches()) return show(text.strip());
        String name = definition.group(1);
        String command = definition.group(2);
        if (!OwnName.isOne(name))
            throw new CommandException("'%s' is no name for a command: it has letters, digits, _ and - only."
                    .formatted(HarmlessText.shortened(name, 80)));
        if (command.isBlank())
            throw new CommandException(
                    "alias needs a command behind the =; 'unalias %s' takes the name away.".formatted(name));
        if (taken.test(name))
            throw new CommandException("There is a command '%s' already; take another name.".formatted(name));
        try {
            aliases.put(name, command);
        } catch (IOException e) {
            throw new CommandException(
                    "%s holds until Parley ends only, because it cannot be kept; check the permissions of the data directory."
                            .formatted(name),
                    e);
        }
        return one(name, command);
    }

    private Reply list() {
        if (aliases.all().isEmpty()) return Reply.line("There is no alias; 'alias hi = msg hello' makes one");
        List<Map<String, Object>> rows = aliases.all().entrySet().stream()
                .map(alias -> row(alias.getKey(), alias.getValue()))
                .toList();
        return new Reply(
                aliases.all().entrySet().stream()
                        .map(alias -> line(alias.getKey(), alias.getValue()))
                        .toList(),
                rows);
    }

    private Reply show(String name) throws CommandException {
        String command = aliases.all().get(name);
        if (command == null)
            throw new CommandException("There is no alias '%s'; 'alias %s = command' makes it."
                    .formatted(HarmlessText.shortened(name, 80), HarmlessText.shortened(name, 80)));
        return one(name, command);
    }

    private static Reply one(String name, String command) {
        return Reply.line(line(name, command), row(name, command));
    }

    private static String line(String name, String command) {
        return name + " = " + HarmlessText.line(command);
    }

    private static Map<String, Object> row(String name, String command) {
        return Reply.row("name", name, "command", command);
    }

    static Suggestions names(Aliases aliases) {
        return Suggestions.after((before, session, typed) -> before.isEmpty()
                ? aliases.all().entrySet().stream()
                        .map(alias -> new Suggestion(alias.getKey(), HarmlessText.line(alias.getValue())))
                : Stream.empty());
    }
}
