package dev.parley.console.doctor;

import dev.parley.chat.About;
import dev.parley.chat.Addresses;
import dev.parley.chat.Roster;
import dev.parley.chat.Session;
import java.util.List;
import java.util.Optional;

/** Who is in the group, by which address, version and protocol stack. */
final class MembersCheck implements Check {
    private static final String TOPIC = "member";

    @Override
    public List<Finding> look(Session session) {
        Optional<About> own = session.roster().entries().stream()
                .filter(Roster.Entry::self)
                .findFirst()
                .flatMap(self -> session.about(self.member()));
        return session.roster().entries().stream()
                .map(entry -> finding(entry, session.about(entry.member()), own))
                .toList();
    }

    private static Finding finding(Roster.Entry entry, Optional<About> about, Optional<About> own) {
        String address = entry.address().map(Addresses::text).orElse("an address that is not known yet");
        String who = "%s at %s".formatted(entry.shownName(), address);
        if (about.isEmpty()) return Finding.good(TOPIC, who + ".");
        String runs = "%s runs version %s with the stack %s, %s"
                .formatted(
                        who,
                        about.get().version(),
                        about.get().stack().name(),
                        about.get().stack().digits());
        if (own.isEmpty()) return Finding.good(TOPIC, runs + ".");
        if (!own.get().stack().fits(about.get().stack()))
            return Finding.bad(TOPIC, runs + ", which is not yours: 'stack use' the same one everywhere.");
        return own.get().version().equals(about.get().version())
                ? Finding.good(TOPIC, runs + ".")
                : Finding.note(TOPIC, runs + "; yours is version " + own.get().version() + ".");
    }
}
