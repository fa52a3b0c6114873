package dev.parley.console.script;

import dev.parley.chat.Roster;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Demands something of who is in the group, and listens until it is so. */
public final class ExpectRosterCommand implements Command {
    private static final int MOST_MEMBERS = 10_000;

    /** What can be demanded. */
    private enum Demand {
        MEMBERS("N", "fail unless the group has, or soon has, exactly so many members", "2 30"),
        MEMBER("name", "fail unless somebody of this name is there, or soon is", "bob 30"),
        GONE("name", "fail unless nobody of this name is there any more", "bob 30"),
        COORDINATOR("name", "fail unless this member is the group's coordinator, or soon is", "alice 30");

        private final String label;
        private final String summary;
        private final String example;

        Demand(String label, String summary, String example) {
            this.label = label;
            this.summary = summary;
            this.example = example;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(Roster roster, String wanted) {
            return switch (this) {
                case MEMBERS -> Integer.toString(roster.entries().size()).equals(wanted);
                case MEMBER -> roster.named(wanted).isPresent();
                case GONE -> roster.named(wanted).isEmpty();
                case COORDINATOR -> roster.coordinator().filter(wanted::equals).isPresent();
            };
        }

        String wish(String wanted) {
            return switch (this) {
                case MEMBERS -> wanted + (wanted.equals("1") ? " member" : " members");
                case MEMBER -> "a member " + wanted;
                case GONE -> "no member " + wanted;
                case COORDINATOR -> wanted + " as coordinator";
            };
        }
    }

    private final Demand demand;
    private final SessionWatch watch;

    private ExpectRosterCommand(Demand demand, SessionWatch watch) {
        this.demand = demand;
        this.watch = watch;
    }

    /** One command for each thing that can be demanded. */
    public static List<Command> all(SessionWatch watch) {
        return Arrays.stream(Demand.values())
                .map(demand -> (Command) new ExpectRosterCommand(demand, watch))
                .toList();
    }

    @Override
    public Manual manual() {
        Suggestions suggestions = demand == Demand.MEMBERS ? Suggestions.NONE : Suggestions.MEMBERS;
        return Manual.of("expect " + demand.word(), CommandGroup.SCRIPTS, demand.summary)
                .taking(Parameter.required(demand.label).suggesting(suggestions), Parameter.optional("seconds"))
                .saying("Listens for so many seconds (10) until it is so; 'expect ... 0' looks once.")
                .example("expect " + demand.word() + " " + demand.example);
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(10));
        String wanted = wanted(invocation);
        Roster roster = watch.awaitRoster(now -> demand.holds(now, wanted), timeout);
        if (!demand.holds(roster, wanted))
            throw new CommandException("Expected %s within %s s, but there %s."
                    .formatted(HarmlessText.line(demand.wish(wanted)), Seconds.text(timeout), whatIs(roster)));
        return Reply.line("There " + whatIs(roster), row(roster));
    }

    private String wanted(Invocation invocation) throws CommandException {
        if (demand != Demand.MEMBERS) return invocation.arguments().required(demand.label);
        return Integer.toString(invocation.arguments().number(demand.label, 0, 1, MOST_MEMBERS));
    }

    private static Map<String, Object> row(Roster roster) {
        return Reply.row(
                "members", roster.names(), "coordinator", roster.coordinator().orElse(null));
    }

    private static String whatIs(Roster roster) {
        int count = roster.entries().size();
        if (count == 0) return "is no group; try 'join'";
        String names = HarmlessText.line(String.join(", ", roster.names()));
        return (count == 1 ? "is 1 member: " : "are " + count + " members: ") + names + ", with "
                + HarmlessText.line(roster.coordinator().orElse("nobody")) + " as coordinator";
    }
}
