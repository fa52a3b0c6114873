package dev.parley.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /** By how much the group's clock was ahead of this machine's when this peer came. */
    Duration clockDifference() {
        return Duration.ofMillis(clock.offsetMillis());
    }

    /** Takes note of another member's clock. */
    void learn(Stamp reading) {
        clock.learn(reading);
    }

    /** A stamp for something that is no message. */
    Stamp now() {
        return clock.next();
    }

    /** @param first the number of the first, if everybody sees them; direct ones are counted here */
    List<LogEntry> compose(ChatMessage.Kind kind, Optional<String> recipient, List<String> texts, long first) {
        boolean direct = kind == ChatMessage.Kind.DIRECT;
        String author = name.get().text();
        long now = time.millis();
        long number = first;
        List<LogEntry> entries = new ArrayList<>(texts.size());
        for (String text : texts) {
            MessageId id = new MessageId(run.author(), run.incarnation(), direct ? ++directNumber : number++, direct);
            entries.add(new LogEntry(id, kind, clock.next(), now, now, author, recipient, text));
        }
        return entries;
    }

    /** @param value empty to delete the key */
    MapEntry mapEntry(String key, Optional<String> value) {
        return new MapEntry(key, value, clock.next(), run.author(), name.get().text());
    }

    /** What a member has just sent, of one run, with the names that are not on the wire, and the time to show. */
    List<LogEntry> received(UUID from, List<LogEntry> sent) {
        observe(sent);
        String author = roster.nameOf(from).orElse(from.toString());
        long now = time.millis();
        List<LogEntry> received = new ArrayList<>(sent.size());
        for (LogEntry entry : sent) {
            Optional<String> to = entry.id().direct() ? shownSelf() : Optional.empty();
            long shown = believable(entry.sentMillis(), now) ? entry.sentMillis() : now;
            received.add(new LogEntry(
                    entry.id(), entry.kind(), entry.clock(), entry.sentMillis(), shown, author, to, entry.text()));
        }
        return received;
    }

    private static boolean believable(long sentMillis, long now) {
        return sentMillis >= now - BELIEVABLE.toMillis() && sentMillis <= now + BELIEVABLE.toMillis();
    }

    /** Makes sure that what is said here from now on comes after these. */
    void observe(List<LogEntry> entries) {
        for (LogEntry entry : entries) clock.observe(entry.clock());
    }

    /** Messages as they are shown; {@code late} if they were missed and are fetched now. */
    List<ChatMessage> shown(List<LogEntry> entries, boolean late) {
        List<ChatMessage> messages = new ArrayList<>(entries.size());
        Optional<String> member = Optional.empty();
        boolean own = false;
        LogEntry before = null;
        for (LogEntry entry : entries) {
            if (before == null || !entry.sameRun(before)) {
                member = shownAuthor(entry.run());
                own = entry.id().author().equals(run.author());
            }
            before = entry;
            messages.add(new ChatMessage(
                    entry.id(),
                    member.orElse(entry.name()),
                    own,
                    entry.kind(),
                    entry.to(),
                    entry.text(),
                    Instant.ofEpochMilli(entry.shownMillis()),
                    entry.clock(),
                    late));
        }
        return messages;
    }

    /** The name that the author is shown under now, if it is in the view. */
    private Optional<String> shownAuthor(AuthorRun author) {
        return author.equals(run) ? shownSelf() : roster.memberOf(author).flatMap(this::shownName);
    }

    Optional<String> shownName(UUID member) {
        return roster.shownName(member);
    }

    private Optional<String> shownSelf() {
        return roster.shownName(roster.self());
    }
}
