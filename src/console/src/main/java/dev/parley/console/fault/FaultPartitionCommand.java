package dev.parley.console.fault;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import java.util.Arrays;
import java.util.List;

/** Cuts this peer off from some members. */
public final class FaultPartitionCommand implements Command {
    private static final Suggestions SIDES = (session, typed) -> {
        String before = typed.substring(0, Math.max(typed.lastIndexOf(','), typed.lastIndexOf('|')) + 1);
        return session.roster().names().stream().map(name -> new Suggestions.Suggestion(before + name, ""));
    };

    @Override
    public Manual manual() {
        return Manual.of(
                        "fault partition",
                        CommandGroup.FAULTS,
                        "drop here whatever comes from members on other sides than one's own")
                .taking(Parameter.text("a,b | c,d").suggesting(SIDES))
                .saying(
                        "Type the same line at every member, or only some of them will not hear others.",
                        "Who is on no side is heard by all, and so is one that joins again. The failure detectors notice",
                        "after their time, 10 to 12 s in tcp.xml; 'fault heal' ends it.")
                .example("fault partition alice,bob | carol,dave");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        List<List<String>> sides = Arrays.stream(invocation.arguments().text().split("\\|", -1))
                .map(FaultPartitionCommand::names)
                .toList();
        List<String> cutOff = invocation.session().faults().partition(sides);
        return Reply.line(
                "Nothing arrives any more from " + HarmlessText.line(String.join(", ", cutOff)),
                Reply.row("fault", "partition", "from", cutOff));
    }

    private static List<String> names(String side) {
        return Arrays.stream(side.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
