package dev.parley.console.chat;

import dev.parley.chat.Chat;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.command.TogetherCommand;
import java.util.List;

/** Says text to everybody. */
public final class MsgCommand implements TogetherCommand {
    /** A char of a Java string takes at most so many bytes of UTF-8. */
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** While the others take in so many, the next are read: two thirds of the time that it takes with four times as many. */
    private static final int TOGETHER = 250;

    /** A text counts once more for each so many characters. */
    private static final int LONG = 1_024;

    /** Made once, as each line of a script asks for it. */
    private static final Manual MANUAL = Manual.of("msg", CommandGroup.CHAT, "say text to everybody in the chat")
            .taking(Parameter.text("text"))
            .saying("The text arrives exactly as typed, with quotes, # and repeated spaces.")
            .example("msg hello everybody");

    @Override
    public Manual manual() {
        return MANUAL;
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        invocation.session().chat().say(invocation.arguments().text());
        return Reply.NOTHING;
    }

    @Override
    public int mostTogether() {
        return TOGETHER;
    }

    /** A text that could be too long for a message is said, or refused, alone. */
    @Override
    public int weight(Arguments arguments) {
        int length = arguments.text().length();
        return length > Chat.MAX_TEXT_BYTES / MOST_BYTES_OF_A_CHAR ? Integer.MAX_VALUE : 1 + length / LONG;
    }

    @Override
    public void runTogether(Session session, List<Arguments> runs) throws SessionException {
        session.chat().sayAll(runs.stream().map(Arguments::text).toList());
    }
}
