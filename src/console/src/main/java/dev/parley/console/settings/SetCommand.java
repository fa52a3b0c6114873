package dev.parley.console.settings;

import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.script.Variables;
import dev.parley.console.text.HarmlessText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows and changes what is set, and the variables of the run. */
public final class SetCommand implements Command {
    private static final String DOLLAR = "$";
    private final Settings settings;
    private final Variables variables;

    public SetCommand(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    @Override
    public Manual manual() {
        return Manual.of("set", CommandGroup.CONSOLE, "all settings, or one; with a value, set it and keep it")
                .taking(
                        Parameter.optional("key").suggesting(this::keys),
                        Parameter.optionalText("value").suggesting(Suggestions.after(this::values)))
                .saying(
                        "A key with a dollar is a variable: 'set $to bob' makes $to mean bob until Parley ends, in the",
                        "lines of scripts and in typed ones. ${to:-ann} in a script is ann while $to is not set.")
                .example("set theme dark")
                .takingVariablesAsTyped();
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        Optional<String> key = invocation.arguments().optional("key");
        String value = invocation.arguments().text().strip();
        if (key.isEmpty()) return all();
        if (key.get().startsWith(DOLLAR)) return variable(key.get().substring(1), variables.expand(value));
        try {
            Setting setting = settings.named(key.get());
            if (!value.isEmpty()) settings.set(setting.key(), variables.expand(value));
            return new Reply(List.of(line(setting)), List.of(row(setting)));
        } catch (SettingsException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    private Reply all() {
        List<Map<String, Object>> rows =
                settings.catalog().stream().map(this::row).toList();
        Reply table = Reply.table(rows, "There are no settings");
        List<String> set = variables.all().entrySet().stream()
                .map(entry -> DOLLAR + entry.getKey() + " = " + HarmlessText.line(entry.getValue()))
                .toList();
        return new Reply(Stream.concat(table.lines().stream(), set.stream()).toList(), rows);
    }

    private Reply variable(String name, String value) throws CommandException {
        if (!Variables.isName(name))
            throw new CommandException(
                    "'$%s' is no variable: its name begins with a letter and has letters, digits and _ only."
                            .formatted(HarmlessText.shortened(name, 80)));
        if (!value.isEmpty()) variables.set(name, value);
        String current = variables
                .value(name)
                .orElseThrow(() -> new CommandException("$%s is not set; 'set $%s value' does.".formatted(name, name)));
        return Reply.line(
                "$%s = %s".formatted(name, HarmlessText.line(current)),
                Reply.row("key", DOLLAR + name, "value", current, "usual", null, "summary", "a variable"));
    }

    private String line(Setting setting) {
        String value = settings.value(setting);
        return setting.key() + " = " + (value.isEmpty() ? "(nothing)" : HarmlessText.line(value));
    }

    private Map<String, Object> row(Setting setting) {
        return Reply.row(
                "key", setting.key(),
                "value", settings.value(setting),
                "usual", setting.usual(),
                "summary", setting.summary());
    }

    private Stream<Suggestion> keys(Session session, String typed) {
        if (typed.startsWith(DOLLAR))
            return variables.all().entrySet().stream()
                    .map(entry -> new Suggestion(DOLLAR + entry.getKey(), HarmlessText.line(entry.getValue())));
        return settings.catalog().stream()
                .map(setting -> new Suggestion(setting.key(), setting.summary() + ": " + settings.value(setting)));
    }

    private Stream<Suggestion> values(List<String> before, Session session, String typed) {
        if (before.size() != 1) return Stream.empty();
        return settings.catalog().stream()
                .filter(setting -> setting.key().equals(before.get(0)))
                .flatMap(setting -> setting.values().offered().stream()
                        .map(value -> new Suggestion(value, value.equals(settings.value(setting)) ? "as it is" : "")));
    }
}
