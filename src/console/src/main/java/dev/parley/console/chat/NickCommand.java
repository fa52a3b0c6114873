package dev.parley.console.chat;

import dev.parley.chat.PeerName;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;

/** Takes another name. */
public final class NickCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("nick", CommandGroup.CHAT, "change the name that others see you as")
                .taking(Parameter.required("name"))
                .saying(
                        "It lasts until this peer ends; to keep a name, start with --name.",
                        "If somebody has the name already, you are shown with a number behind it.")
                .example("nick alicia");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        PeerName name = name(invocation.arguments().required("name"));
        String shown = invocation.session().rename(name);
        String taken = shown.equals(name.text()) ? "" : ", because somebody has the name " + name;
        return Reply.line("You are shown as " + shown + taken, Reply.row("name", shown));
    }

    private static PeerName name(String word) throws CommandException {
        try {
            return new PeerName(word);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }
}
