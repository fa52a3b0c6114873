package dev.parley.console.chat;

import dev.parley.chat.JoinReport;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.group.JoinText;
import java.util.Optional;

/** Does all steps into a room at once. */
public final class JoinCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "join",
                        CommandGroup.CHAT,
                        "join the group and the chat, all steps in one; with a room, move there")
                .taking(Parameter.optional("room").suggesting(Suggestions.ROOMS))
                .example("join lobby");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        JoinReport report = invocation.session().join(room(invocation));
        return JoinText.reply(report)
                .under("In room " + invocation.session().room() + " as "
                        + invocation.session().self());
    }

    private static Optional<RoomName> room(Invocation invocation) throws CommandException {
        try {
            return invocation.arguments().optional("room").map(RoomName::new);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }
}
