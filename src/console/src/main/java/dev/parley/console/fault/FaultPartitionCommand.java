package dev.parley.console.fault;

import dev.parley.chat.GroupFaults;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the group in parts. */
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
                        "cut the group: members on one side hear none on others")
                .taking(Parameter.text("a,b | c,d").suggesting(SIDES))
                .saying(
                        "Acts here, and at all members named that allow it ('set allow-remote-faults on' there; lab peers do).",
                        "Who is on no side is heard by all, and so is one that joins again. The failure detectors notice",
                        "after their time, 10 to 12 s in tcp.xml; 'fault heal' ends it. FD_SOCK2's sockets stay open, as",
                        "with a cable that is cut.")
                .example("fault partition alice,bob | carol,dave");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        List<List<String>> sides = Arrays.stream(invocation.arguments().text().split("\\|", -1))
                .map(FaultPartitionCommand::names)
                .toList();
        GroupFaults.Partitioned made = invocation.session().groupFaults().partition(sides);
        OrderedElsewhere elsewhere = new OrderedElsewhere(made.others());
        List<String> lines = new ArrayList<>();
        lines.add(
                made.cutOff().isEmpty()
                        ? "Here nothing is cut: you are on no side"
                        : "Cut off from " + HarmlessText.line(String.join(", ", made.cutOff())));
        lines.addAll(elsewhere.lines());
        return new Reply(
                lines, List.of(Reply.row("fault", "partition", "from", made.cutOff(), "others", elsewhere.rows())));
    }

    private static List<String> names(String side) {
        return Arrays.stream(side.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
