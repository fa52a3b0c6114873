package dev.parley.console.script;

import dev.parley.chat.ChatMessage;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.time.Duration;
import java.util.Optional;

/** Demands that something has been said in this run, by anybody, and listens until it is. */
public final class ExpectMessageCommand implements Command {
    private static final int MAX_QUOTED = 60;
    private final SessionWatch watch;

    public ExpectMessageCommand(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "expect message",
                        CommandGroup.SCRIPTS,
                        "fail unless somebody has said, or soon says, this text")
                .taking(Parameter.required("text"), Parameter.optional("seconds"))
                .saying(
                        "Everything since the start counts, own messages too, however often it was expected or waited for.",
                        "Put quotes around a text with spaces. Listens for so many seconds (10).")
                .example("expect message \"build done\" 60");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        String text = invocation.arguments().required("text");
        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(10));
        Optional<ChatMessage> found = watch.awaitAnyMessage(text, timeout);
        if (found.isEmpty())
            throw new CommandException("Expected that somebody says '%s' within %s s, but nobody did; %s."
                    .formatted(HarmlessText.shortened(text, MAX_QUOTED), Seconds.text(timeout), lastSaid()));
        ChatMessage message = found.get();
        return Reply.line(
                "%s said: %s".formatted(HarmlessText.line(message.from()), HarmlessText.line(message.text())),
                Reply.row("id", message.id().toString(), "from", message.from(), "text", message.text()));
    }

    private String lastSaid() {
        return watch.last()
                .map(message -> "the last thing said was '%s', by %s"
                        .formatted(
                                HarmlessText.shortened(message.text(), MAX_QUOTED), HarmlessText.line(message.from())))
                .orElse("nothing has been said at all");
    }
}
