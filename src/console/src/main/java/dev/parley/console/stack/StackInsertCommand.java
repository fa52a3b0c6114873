package dev.parley.console.stack;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.group.LiveStack.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a protocol into the running stack. */
public final class StackInsertCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("stack insert", CommandGroup.STACK, "put a protocol into the running stack of this peer")
                .taking(
                        Parameter.required("protocol").suggesting(StackSuggestions.ANY_PROTOCOL),
                        Parameter.required("above|below").suggesting(Suggestions.of(List.of("above", "below"))),
                        Parameter.required("neighbour").suggesting(StackSuggestions.PROTOCOLS),
                        Parameter.repeated("attribute=value"))
                .saying(
                        "What other members would not understand, and what cannot start while the stack runs, is refused.")
                .example("stack insert DISCARD above TCP up=0.1");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        String protocol = invocation.arguments().required("protocol");
        String side = invocation.arguments().required("above|below").toLowerCase(Locale.ROOT);
        if (!side.equals("above") && !side.equals("below"))
            throw invocation.arguments().refusal("above|below", side, "above or below");
        String neighbour = invocation.arguments().required("neighbour");
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String word : invocation.arguments().all("attribute=value")) {
            int equals = word.indexOf('=');
            if (equals < 1) throw invocation.arguments().refusal("attribute=value", word, "such as timeout=2s");
            attributes.put(word.substring(0, equals), word.substring(equals + 1));
        }
        Position position = side.equals("above") ? Position.ABOVE : Position.BELOW;
        invocation.session().stack().insert(protocol, attributes, position, neighbour);
        return Reply.line(
                "%s is %s %s now".formatted(protocol, side, neighbour),
                Reply.row("protocol", protocol, "position", side, "neighbour", neighbour));
    }
}
