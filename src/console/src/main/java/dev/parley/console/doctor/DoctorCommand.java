package dev.parley.console.doctor;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.doctor.Finding.Mark;
import dev.parley.console.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at everything that can keep peers apart. */
public final class DoctorCommand implements Command {
    private final List<Check> checks;

    /** @param complaints of JGroups, counted so far */
    public DoctorCommand(JGroupsComplaints complaints) {
        checks = List.of(
                new AddressCheck(NetworkPlace::all),
                new PortCheck(),
                new ServiceCheck(),
                new ClockCheck(),
                new PeersCheck(),
                new MembersCheck(),
                new JGroupsCheck(complaints::counted));
    }

    @Override
    public Manual manual() {
        return Manual.of("doctor", CommandGroup.GROUP, "look for what keeps peers apart, and say how to mend it")
                .saying(
                        "Looks at address, ports, service, clock, each listed peer, each member, and what JGroups complained of.");
    }

    @Override
    public Reply run(Invocation invocation) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) findings.addAll(look(check, invocation.session()));
        long bad = findings.stream().filter(one -> one.mark() == Mark.BAD).count();
        Columns table = new Columns();
        for (Finding one : findings) table.row(one.mark().sign(), one.topic(), one.sentences());
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(bad == 0 ? "Nothing is wrong here." : "%d of %d need a look.".formatted(bad, findings.size()));
        return new Reply(
                lines,
                findings.stream()
                        .map(one -> Reply.row(
                                "mark", one.mark().name().toLowerCase(Locale.ROOT),
                                "topic", one.topic(),
                                "text", one.sentences()))
                        .toList());
    }

    private static List<Finding> look(Check check, Session session) {
        try {
            return check.look(session);
        } catch (SessionException e) {
            return List.of(Finding.note("", e.getMessage()));
        }
    }
}
