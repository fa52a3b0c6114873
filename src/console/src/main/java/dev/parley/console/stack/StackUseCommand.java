package dev.parley.console.stack;

import dev.parley.chat.JoinReport;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.group.StackFile;
import java.util.List;
import java.util.Optional;

/** Leaves the group and comes back with another stack. */
public final class StackUseCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("stack use", CommandGroup.STACK, "leave the group and come back with another stack")
                .taking(Parameter.required("file").suggesting(StackSuggestions.STACKS))
                .saying(
                        "A name ('stack list') or a path. The chat's history stays. If the new stack does not start, the old one",
                        "comes back. Members whose stacks do not fit are told so on both sides.")
                .example("stack use tcp-nakack4");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        Optional<JoinReport> report =
                invocation.session().stack().use(invocation.arguments().required("file"));
        StackFile stack = invocation.session().stack().current();
        String done = report.isPresent()
                ? "Back with %s. %s".formatted(stack.name(), report.get().summary())
                : "%s is taken for the next group".formatted(stack.name());
        return Reply.line(
                done,
                Reply.row(
                        "stack", stack.name(),
                        "file", stack.source(),
                        "members", report.map(JoinReport::members).orElse(List.of())));
    }
}
