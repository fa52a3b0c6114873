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
import java.util.List;
import java.util.Optional;

/** Waits until somebody else has said something. */
public final class WaitMessageCommand implements Command {
    private static final int MAX_QUOTED = 60;
    private final SessionWatch watch;

    public WaitMessageCommand(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    public Manual manual() {
        return Manual.of("wait message", CommandGroup.SCRIPTS, "wait until somebody else says something with this text")
                .taking(Parameter.required("text"), Parameter.optional("seconds"))
                .saying(
                        "What came since the last message waited for, or since the start, counts too; own messages do not.",
                        "Put quotes around a text with spaces. Fails after so many seconds (10).")
                .example("wait message \"build done\" 60");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        String text = invocation.arguments().required("text");
        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(10));
        Optional<ChatMessage> found = watch.awaitMessage(text, timeout);
        if (found.isEmpty()) throw new CommandException(absence(text, timeout));
        ChatMessage message = found.get();
        return Reply.line(
                "%s said: %s".formatted(HarmlessText.line(message.from()), HarmlessText.line(message.text())),
                Reply.row("id", message.id().toString(), "from", message.from(), "text", message.text()));
    }

    private String absence(String text, Duration timeout) {
        List<ChatMessage> others = watch.unread();
        String wanted = "After %s s nobody has said '%s'; "
                .formatted(Seconds.text(timeout), HarmlessText.shortened(text, MAX_QUOTED));
        if (others.isEmpty()) return wanted + "nothing else was said either.";
        ChatMessage last = others.get(others.size() - 1);
        return wanted
                + "%d other %s said, the last by %s: '%s'."
                        .formatted(
                                others.size(),
                                others.size() == 1 ? "thing was" : "things were",
                                HarmlessText.line(last.from()),
                                HarmlessText.shortened(last.text(), MAX_QUOTED));
    }
}
