package dev.parley.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes this peer's messages and makes everybody's readable: stamps, numbers, names, times. Confined to the session thread. */
final class MessageDesk {
    /** By how much a live message's time may differ from this peer's clock and still be shown. */
    private static final Duration BELIEVABLE = Duration.ofSeconds(60);

    private final AuthorRun run;
    private final Supplier<PeerName> name;
    private final InstantSource time;
    private final HybridClock clock;
    private final RosterKeeper roster;
    private long directNumber;

    /** @param name what this peer calls itself at the moment */
    MessageDesk(Identity identity, Supplier<PeerName> name, InstantSource time, RosterKeeper roster) {
        this.run = new AuthorRun(identity.author(), identity.incarnation());
        this.name = name;
        this.time = time;
        this.clock = new HybridClock(time);
        this.roster = roster;
    }

    AuthorRun run() {
        return run;
    }

    void observe(Stamp stamp) {
        clock.observe(stamp);
    }

    /** The clock of the moment, for others to {@link #learn}. */
    Stamp reading() {
        return clock.reading();
    }

    /** Takes note of another member's clock. */
    void learn(Stamp reading) {
        clock.learn(reading);
    }

    /** A stamp for something that is no message. */
    Stamp now() {
        return clock.next();
    }

    /** @param number of a message that everybody sees; direct ones are counted here */
    LogEntry compose(ChatMessage.Kind kind, Optional<String> recipient, String text, long number) {
        boolean direct = kind == ChatMessage.Kind.DIRECT;
        long counted = direct ? ++directNumber : number;
        MessageId id = new MessageId(run.author(), run.incarnation(), counted, direct);
        long now = time.millis();
        return new LogEntry(id, kind, clock.next(), now, now, name.get().text(), recipient, text);
    }

    /** @param value empty to delete the key */
    MapEntry mapEntry(String key, Optional<String> value) {
        return new MapEntry(key, value, clock.next(), run.author(), name.get().text());
    }

    /** What a member has just sent, with the names that are not on the wire, and the time to show. */
    LogEntry received(UUID from, LogEntry sent) {
        String author = roster.nameOf(from).orElse(from.toString());
        Optional<String> to = sent.id().direct() ? shownSelf() : Optional.empty();
        long shown = believable(sent.sentMillis()) ? sent.sentMillis() : time.millis();
        return new LogEntry(sent.id(), sent.kind(), sent.clock(), sent.sentMillis(), shown, author, to, sent.text());
    }

    /** A message as it is shown; {@code late} if it was missed and is fetched now. */
    ChatMessage shown(LogEntry entry, boolean late) {
        boolean self = entry.id().author().equals(run.author());
        String from = roster.memberOf(entry.run()).flatMap(this::shownName).orElse(entry.name());
        if (entry.run().equals(run)) from = shownSelf().orElse(from);
        Instant at = Instant.ofEpochMilli(entry.shownMillis());
        return new ChatMessage(entry.id(), from, self, entry.kind(), entry.to(), entry.text(), at, entry.clock(), late);
    }

    private boolean believable(long sentMillis) {
        long now = time.millis();
        return sentMillis >= now - BELIEVABLE.toMillis() && sentMillis <= now + BELIEVABLE.toMillis();
    }

    Optional<String> shownName(UUID member) {
        return roster.shownName(member);
    }

    private Optional<String> shownSelf() {
        return roster.shownName(roster.self());
    }
}
