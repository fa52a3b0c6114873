package dev.parley.chat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Counts what is ignored because it is malformed or forged, and names each sender once. Any thread. */
final class Refusals {
    private static final Logger LOG = LogManager.getLogger();

    private final SessionLoop loop;
    private final Faces faces;
    private final RosterKeeper roster;
    private final Set<UUID> named = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    Refusals(SessionLoop loop, Faces faces, RosterKeeper roster) {
        this.loop = loop;
        this.faces = faces;
        this.roster = roster;
    }

    /** @param why what is wrong with the message, within a sentence */
    void refuse(UUID from, String why) {
        count.incrementAndGet();
        if (!named.add(from)) return;
        LOG.warn("messages of {} are ignored: {}", from, why);
        loop.post(() -> faces.tell(new SessionEvent.NoticeGiven(
                SessionEvent.Level.WARN,
                "What %s sends is ignored as far as it is malformed or forged (%s)."
                        .formatted(roster.shownName(from).orElse("a member"), why))));
    }

    /** How many messages have been ignored so far. */
    long count() {
        return count.get();
    }
}
