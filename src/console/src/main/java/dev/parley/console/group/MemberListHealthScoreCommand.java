package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.group.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how well communication goes. */
public final class MemberListHealthScoreCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "memberlisthealthscore",
                        CommandGroup.GROUP,
                        "a number from 0 up, lower is better, with what it is made of")
                .saying(
                        "Above 5 somebody notices, above 20 it hurts. What flows is judged by the last ten seconds,",
                        "suspicions and merges by the last minute, the round trip now.");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        Health health = invocation.session().connection().health();
        List<String> lines = new ArrayList<>();
        lines.add("Health score " + number(health.score()));
        Columns parts = new Columns();
        for (Health.Part part : health.parts())
            parts.row(
                    "  " + part.name(),
                    (number(part.value()) + " " + part.unit()).strip(),
                    "+ " + number(part.points()),
                    part.points() > 0 ? part.meaning() : "");
        lines.addAll(parts.lines());
        return new Reply(
                lines,
                health.parts().stream()
                        .map(part -> Reply.row(
                                "score", health.score(),
                                "part", part.name(),
                                "value", part.value(),
                                "unit", part.unit(),
                                "points", part.points(),
                                "meaning", part.meaning()))
                        .toList());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
