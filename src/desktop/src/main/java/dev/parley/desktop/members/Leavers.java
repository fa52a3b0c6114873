package dev.parley.desktop.members;

import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has left the room a while ago and has not come back, the last one first. JavaFX thread. */
final class Leavers {
    /** How long somebody who left is remembered. */
    static final Duration KEPT = Duration.ofMinutes(30);

    private final List<MemberRow.Gone> gone = new ArrayList<>();

    void left(SessionEvent.Departed departed, Roster before, Instant now) {
        Optional<Roster.Entry> entry = before.named(departed.shownName());
        MemberRow.Gone fresh = new MemberRow.Gone(
                departed.shownName(), entry.flatMap(Roster.Entry::author), departed.reason(), now, false);
        gone.removeIf(known -> known.is(fresh.name(), fresh.author()));
        gone.add(0, fresh);
    }

    void forgetWhoIsIn(Roster roster) {
        gone.removeIf(
                known -> roster.entries().stream().anyMatch(entry -> known.is(entry.shownName(), entry.author())));
    }

    void forgetOldOnes(Instant now) {
        gone.removeIf(known -> !known.at().plus(KEPT).isAfter(now));
    }

    void forgetAll() {
        gone.clear();
    }

    /** When the next one is forgotten. */
    Optional<Instant> nextExpiry() {
        return gone.stream().map(MemberRow.Gone::at).min(Instant::compareTo).map(oldest -> oldest.plus(KEPT));
    }

    List<MemberRow.Gone> list() {
        List<MemberRow.Gone> list = new ArrayList<>();
        for (MemberRow.Gone one : gone) list.add(one.first(list.isEmpty()));
        return list;
    }
}
