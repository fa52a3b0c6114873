package dev.parley.console.chat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.MessageRow;
import java.time.ZoneId;
import java.util.List;

/** Shows what was said. */
public final class HistoryCommand implements Command {
    private static final int USUAL = 20;
    private static final int MOST = 1_000_000;

    @Override
    public Manual manual() {
        return Manual.of("history", CommandGroup.CHAT, "the last n messages (20)")
                .taking(Parameter.optional("n"))
                .saying("One message a line; where a message has several lines, a sign stands for the break.")
                .example("history 100");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        int wanted = invocation.arguments().number("n", USUAL, 1, MOST);
        List<ChatMessage> messages = invocation.session().chat().history(wanted);
        ChatLine form = new ChatLine(ZoneId.systemDefault());
        return new Reply(
                messages.stream().map(form::inOneLine).toList(),
                messages.stream().map(MessageRow::of).toList());
    }
}
