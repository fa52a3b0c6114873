package dev.parley.console.doctor;

import dev.parley.chat.Search;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.chat.Tried;
import java.util.ArrayList;
import java.util.List;

/** How each listed peer answers, at both its ports. */
final class PeersCheck implements Check {
    private static final String TOPIC = "listed";

    @Override
    public List<Finding> look(Session session) throws SessionException {
        Search search = session.lookForOthers();
        List<Finding> findings = new ArrayList<>();
        for (Tried one : search.tried()) findings.add(finding(session, one));
        if (findings.isEmpty()) findings.add(nobody(session, search));
        return findings;
    }

    private static Finding nobody(Session session, Search search) {
        String all = String.join(" ", search.advice());
        return session.roster().names().size() > 1
                ? Finding.note(TOPIC, "Nobody else is listed, so newcomers find the others only through you.")
                : Finding.note(TOPIC, search.trouble().isPresent() ? all : search.why() + " " + all);
    }

    private static Finding finding(Session session, Tried one) throws SessionException {
        if (!one.reached()) return Finding.bad(TOPIC, one.sentence() + " " + one.advice());
        return session.connection().detectorAnswers(one.contact().address())
                ? Finding.good(TOPIC, one.who() + " " + one.result() + ", and all its ports answer.")
                : Finding.bad(
                        TOPIC,
                        one.who() + " " + one.result()
                                + ", but its failure detector does not answer: let its port through the firewall too.");
    }
}
