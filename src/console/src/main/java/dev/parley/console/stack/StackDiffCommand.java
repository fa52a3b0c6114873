package dev.parley.console.stack;

import dev.parley.chat.SessionException;
import dev.parley.chat.StackDesk;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.group.StackDiff;
import dev.parley.group.StackDiff.Difference;
import dev.parley.group.StackFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two stacks. */
public final class StackDiffCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "stack diff",
                        CommandGroup.STACK,
                        "in what two stacks differ; one alone is compared with what runs")
                .taking(
                        Parameter.required("a").suggesting(StackSuggestions.STACKS),
                        Parameter.optional("b").suggesting(StackSuggestions.STACKS))
                .example("stack diff tcp stock-tcp");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        StackDesk desk = invocation.session().stack();
        StackFile first = desk.find(invocation.arguments().required("a"));
        Optional<String> other = invocation.arguments().optional("b");
        StackFile left = other.isPresent() ? first : desk.current();
        StackFile right = other.isPresent() ? desk.find(other.get()) : first;
        List<Difference> differences = StackDiff.between(left, right);
        List<Map<String, Object>> rows =
                differences.stream().map(StackDiffCommand::row).toList();
        if (rows.isEmpty())
            return new Reply(List.of("%s and %s are the same".formatted(left.name(), right.name())), rows);
        Columns columns = new Columns("protocol", "attribute", left.name(), right.name());
        for (Difference difference : differences)
            columns.row(
                    difference.protocol(),
                    difference.attribute(),
                    difference.left().orElse("-"),
                    difference.right().orElse("-"));
        return new Reply(columns.lines(), rows);
    }

    private static Map<String, Object> row(Difference difference) {
        return Reply.row(
                "protocol", difference.protocol(),
                "attribute", difference.attribute().isEmpty() ? null : difference.attribute(),
                "left", difference.left().orElse(null),
                "right", difference.right().orElse(null));
    }
}
