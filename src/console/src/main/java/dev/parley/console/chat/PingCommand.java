package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import java.time.Duration;

/** Measures the round trip to a chat member; the catalogue has it under two names. */
public final class PingCommand implements Command {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private final String name;

    public PingCommand(String name) {
        this.name = name;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        name,
                        CommandGroup.CHAT,
                        "round trip to a chat member, in milliseconds, or that it does not answer")
                .taking(Parameter.required("name").suggesting(Suggestions.OTHER_MEMBERS))
                .example(name + " bob");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        String member = invocation.arguments().required("name");
        Duration took = invocation.session().chat().ping(member, TIMEOUT);
        double millis = Math.round(took.toNanos() / 1e4) / 100.0;
        return Reply.line(
                "%s answered in %s ms".formatted(HarmlessText.line(member), millis),
                Reply.row("name", member, "milliseconds", millis));
    }
}
