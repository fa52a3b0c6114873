package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shows the manual: all commands grouped, or one command's page. */
final class HelpCommand implements Command {
    private static final String INDENT = "  ";
    private final Supplier<CommandCatalog> catalog;

    HelpCommand(Supplier<CommandCatalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public Manual manual() {
        return Manual.of("help", CommandGroup.CONSOLE, "all commands grouped, or one in detail with an example")
                .taking(Parameter.repeated("command").suggesting(Suggestions.after(this::offer)))
                .example("help wait members");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        List<String> words = invocation.arguments().all("command");
        if (words.isEmpty()) return overview();
        String name = String.join(" ", words);
        List<Command> found =
                catalog.get().named(name).map(List::of).orElse(catalog.get().beginningWith(name));
        if (found.isEmpty()) throw catalog.get().unknown(name);
        List<String> lines = new ArrayList<>();
        for (Command command : found) {
            if (!lines.isEmpty()) lines.add("");
            lines.addAll(page(command.manual()));
        }
        return new Reply(lines, found.stream().map(HelpCommand::row).toList());
    }

    private Reply overview() {
        List<String> lines = new ArrayList<>();
        for (CommandGroup group : CommandGroup.values()) {
            Columns columns = new Columns();
            catalog.get().commands().stream()
                    .map(Command::manual)
                    .filter(manual -> manual.group() == group)
                    .forEach(manual -> columns.row(INDENT + manual.usage(), manual.summary()));
            if (!lines.isEmpty()) lines.add("");
            lines.add(group.title());
            lines.addAll(columns.lines());
        }
        return new Reply(
                lines, catalog.get().commands().stream().map(HelpCommand::row).toList());
    }

    private static List<String> page(Manual manual) {
        List<String> lines = new ArrayList<>();
        lines.add(manual.usage());
        lines.add(INDENT + manual.summary());
        manual.details().forEach(detail -> lines.add(INDENT + detail));
        lines.add(INDENT + "Example: " + manual.example());
        return lines;
    }

    private static Map<String, Object> row(Command command) {
        Manual manual = command.manual();
        return Reply.row(
                "name", manual.name(),
                "group", manual.group().title(),
                "usage", manual.usage(),
                "summary", manual.summary(),
                "example", manual.example());
    }

    private Stream<Suggestions.Suggestion> offer(List<String> before, Session session, String typed) {
        if (before.isEmpty())
            return catalog.get().firstWords().stream().map(word -> new Suggestions.Suggestion(word, ""));
        if (before.size() > 1) return Stream.empty();
        String first = before.get(0) + " ";
        return catalog.get().beginningWith(before.get(0)).stream()
                .map(Command::manual)
                .filter(manual -> manual.name().startsWith(first))
                .map(manual -> new Suggestions.Suggestion(manual.name().substring(first.length()), manual.summary()));
    }
}
