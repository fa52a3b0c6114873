package dev.parley.chat;

import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.OlderRequest;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/** A member of a group that consists of what is held and its repair only; all in the test's thread. */
final class Replica {
    private final UUID member;
    private final AuthorRun run;
    private final House house;
    private final RosterKeeper roster = new RosterKeeper();
    final Transcript transcript;
    final Repair repair;

    /** Some replicas that send each other messages, in order. */
    static final class House {
        private final Map<UUID, Replica> replicas = new HashMap<>();
        private final Queue<Runnable> wire = new ArrayDeque<>();
        private final List<WireMessage> sent = new ArrayList<>();
        private final WireCodec codec = new WireCodec();

        Replica replica(int number) {
            UUID member = new UUID(7, number);
            return replicas.computeIfAbsent(member, any -> new Replica(member, run(number, 1_000), this));
        }

        /** All are in one view and know each other. */
        void meet() {
            List<Member> members = replicas.keySet().stream()
                    .sorted()
                    .map(id -> new Member(id, id.toString()))
                    .toList();
            replicas.values().forEach(replica -> {
                replica.roster.viewChanged(new Membership("a|1", members), replica.member);
                replicas.values().forEach(other -> replica.roster.hello(other.member, other.hello()));
            });
        }

        /** Delivers everything, and what is sent because of it; the messages that it took. */
        List<WireMessage> settle() {
            sent.clear();
            while (!wire.isEmpty()) wire.remove().run();
            return List.copyOf(sent);
        }

        private void send(Replica from, UUID to, WireMessage message) {
            byte[] bytes = codec.encode(message);
            sent.add(message);
            wire.add(() -> replicas.get(to).heard(from.member, decoded(bytes)));
        }

        private WireMessage decoded(byte[] bytes) {
            try {
                return codec.decode(bytes);
            } catch (WireException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Replica(UUID member, AuthorRun run, House house) {
        this.member = member;
        this.run = run;
        this.house = house;
        try {
            transcript = new Transcript(new MemoryHistoryStore(), complaint -> {});
        } catch (HistoryException e) {
            throw new AssertionError(e);
        }
        repair = new Repair(
                new SessionLoop(() -> {}), transcript, run, roster, (to, message) -> house.send(this, to, message));
    }

    static AuthorRun run(int author, long incarnation) {
        return new AuthorRun(new UUID(1, author), incarnation);
    }

    AuthorRun run() {
        return run;
    }

    private WireMessage.Hello hello() {
        return new WireMessage.Hello(
                run.author(), run.incarnation(), "r" + member.getLeastSignificantBits(), true, Stamp.ZERO, 0, false);
    }

    /** Holds these numbers of a run. */
    void hold(AuthorRun of, long from, long to) {
        List<LogEntry> entries = new ArrayList<>();
        for (long number = from; number <= to; number++) entries.add(said(of, number));
        transcript.add(of, entries);
    }

    static LogEntry said(AuthorRun run, long number) {
        long place = 1_000 * run.incarnation() + number;
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), number, false),
                ChatMessage.Kind.TEXT,
                new Stamp(place, 0),
                place,
                place,
                "author",
                Optional.empty(),
                "text");
    }

    boolean holds(AuthorRun of, long number) {
        return transcript.ledger().holds(of, number);
    }

    int holdsInStore() {
        try {
            return transcript.last(1_000_000).size();
        } catch (HistoryException e) {
            throw new AssertionError(e);
        }
    }

    /** Tells all others what it holds. */
    void tellMarks(Marks.Purpose purpose, int recent) {
        Marks marks = new Marks(transcript.summary(0), recent, purpose);
        roster.others().forEach(other -> house.send(this, other, marks));
    }

    void askForOlder(Replica of, Stamp before, int count) {
        house.send(this, of.member, new OlderRequest(before, count));
    }

    private void heard(UUID from, WireMessage message) {
        if (message instanceof Marks marks) {
            if (marks.purpose() == Marks.Purpose.QUESTION)
                house.send(
                        this,
                        from,
                        new Marks(transcript.summary(marks.recent()), marks.recent(), Marks.Purpose.SUMMARY));
            repair.offered(from, marks);
        } else if (message instanceof MarksRequest request)
            house.send(
                    this,
                    from,
                    new Marks(
                            transcript.details(request.authors(), request.recent()),
                            request.recent(),
                            Marks.Purpose.DETAILS));
        else if (message instanceof OlderRequest request)
            house.send(
                    this, from, new Marks(transcript.older(request.before(), request.count()), 0, Marks.Purpose.OLDER));
        else if (message instanceof PageRequest request) house.send(this, from, transcript.page(request.spans()));
        else if (message instanceof Page page) {
            repair.wanted(from, page).forEach(entry -> transcript.add(entry.run(), List.of(entry)));
            repair.paged(from);
        }
    }
}
