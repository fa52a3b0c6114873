package dev.parley.console.stack;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import dev.parley.group.StackAttribute;
import java.util.List;
import java.util.Map;

/** Reads attributes of the running stack. */
public final class StackGetCommand implements Command {
    private static final int LONGEST_VALUE = 60;

    @Override
    public Manual manual() {
        return Manual.of(
                        "stack get",
                        CommandGroup.STACK,
                        "the attributes of a running protocol, or one of them with all about it")
                .taking(Parameter.required("protocol[.attribute]").suggesting(StackSuggestions.READABLE))
                .example("stack get GMS.join_timeout");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        Session session = invocation.session();
        AttributeName wanted = AttributeName.of(session, invocation.arguments().required("protocol[.attribute]"));
        List<StackAttribute> all = session.stack().attributes(wanted.protocol());
        if (wanted.attribute().isEmpty()) return table(all);
        List<String> names = all.stream().map(StackAttribute::name).toList();
        StackAttribute attribute = all.stream()
                .filter(one -> one.name().equals(wanted.attribute()))
                .findFirst()
                .orElseThrow(() -> new CommandException("%s has no attribute '%s'%s"
                        .formatted(
                                wanted.protocol(),
                                HarmlessText.shortened(wanted.attribute(), LONGEST_VALUE),
                                NearestNames.question(wanted.attribute(), names))));
        return one(attribute);
    }

    private static Reply table(List<StackAttribute> all) {
        Columns columns = new Columns("attribute", "value", "type", "can be set");
        for (StackAttribute attribute : all)
            columns.row(
                    attribute.name(),
                    HarmlessText.shortened(String.valueOf(attribute.value()), LONGEST_VALUE),
                    attribute.type(),
                    attribute.fixed().isEmpty() ? "yes" : "");
        return new Reply(columns.lines(), all.stream().map(StackGetCommand::row).toList());
    }

    private static Reply one(StackAttribute attribute) {
        Columns columns = new Columns()
                .row(attribute.protocol() + "." + attribute.name(), String.valueOf(attribute.value()))
                .row("type", attribute.type())
                .row("meaning", attribute.description().isEmpty() ? "not said by JGroups" : attribute.description())
                .row("can be set", attribute.fixed().isEmpty() ? "yes" : "no: " + attribute.fixed());
        return new Reply(columns.lines(), List.of(row(attribute)));
    }

    static Map<String, Object> row(StackAttribute attribute) {
        return Reply.row(
                "protocol", attribute.protocol(),
                "attribute", attribute.name(),
                "value", attribute.value(),
                "type", attribute.type(),
                "description", attribute.description(),
                "fixed", attribute.fixed().isEmpty() ? null : attribute.fixed());
    }
}
