package dev.parley.console.stack;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.StackAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes an attribute of the running stack, here or everywhere. */
public final class StackSetCommand implements Command {
    private static final String EVERYWHERE = "--all";

    @Override
    public Manual manual() {
        return Manual.of("stack set", CommandGroup.STACK, "give an attribute of a running protocol another value")
                .taking(
                        Parameter.required("protocol.attribute").suggesting(StackSuggestions.CHANGEABLE),
                        Parameter.required("value"),
                        Parameter.flag(EVERYWHERE))
                .saying(
                        "Values as in a stack file, for example 500ms or 64K. What has no effect on a running stack is refused.",
                        "With --all also at all members that allow it ('set allow-remote-stack on'), if it works here.")
                .example("stack set MERGE3.max_interval 2s --all");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        Session session = invocation.session();
        AttributeName name =
                AttributeName.complete(session, invocation.arguments().required("protocol.attribute"));
        String value = invocation.arguments().required("value");
        StackAttribute now = session.stack().set(name.protocol(), name.attribute(), value);
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        String sentence = "%s.%s is %s now".formatted(now.protocol(), now.name(), now.value());
        lines.add(sentence);
        rows.add(row(session.self(), true, sentence));
        if (invocation.arguments().has(EVERYWHERE) && session.roster().entries().size() > 1)
            for (Answer answer : session.stack().setAtOthers(name.protocol(), name.attribute(), value)) {
                String told = answer.outcome() == Outcome.SILENT ? "no answer" : HarmlessText.line(answer.sentence());
                lines.add("%s: %s".formatted(HarmlessText.line(answer.member()), told));
                rows.add(row(answer.member(), answer.outcome() == Outcome.DONE, told));
            }
        return new Reply(lines, rows);
    }

    private static Map<String, Object> row(String member, boolean done, String sentence) {
        return Reply.row("member", member, "done", done, "sentence", sentence);
    }
}
