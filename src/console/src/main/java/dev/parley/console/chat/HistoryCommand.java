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
import dev.parley.console.history.CommandHistory;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.MessageRow;
import java.time.ZoneId;
import java.util.List;

/** Shows what was said. */
public final class HistoryCommand implements Command {
    private static final int USUAL = 20;
    private static final int MOST = 1_000_000;
    private static final String OF_COMMANDS = "-c";
    private final CommandHistory commands;

    public HistoryCommand(CommandHistory commands) {
        this.commands = commands;
    }

    @Override
    public Manual manual() {
        return Manual.of("history", CommandGroup.CHAT, "the last n messages (20)")
                .taking(Parameter.optional("n"), Parameter.flag(OF_COMMANDS))
                .saying(
                        "One message a line; where a message has several lines, a sign stands for the break.",
                        "With -c the last n lines that were typed into the console.")
                .example("history 100");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        int wanted = invocation.arguments().number("n", USUAL, 1, MOST);
        if (invocation.arguments().has(OF_COMMANDS)) return typed(wanted);
        List<ChatMessage> messages = invocation.session().chat().history(wanted);
        ChatLine form = new ChatLine(ZoneId.systemDefault());
        return new Reply(
                messages.stream().map(form::inOneLine).toList(),
                messages.stream().map(MessageRow::of).toList());
    }

    private Reply typed(int wanted) {
        List<String> lines = commands.lines();
        List<String> last = lines.subList(Math.max(0, lines.size() - wanted), lines.size());
        return new Reply(
                last.stream().map(HarmlessText::line).toList(),
                last.stream().map(line -> Reply.row("line", line)).toList());
    }
}
