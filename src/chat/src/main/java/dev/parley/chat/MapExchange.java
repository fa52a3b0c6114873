package dev.parley.chat;

import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapDigest.Purpose;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapSum;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Compares a map with other members' and fetches what differs, from one member at a time, one request at a time. Confined to
 * the session thread.
 */
final class MapExchange {
    /** An answer takes a round trip; whoever has not given it by then is busy or gone, and the next is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How many sums are remembered as met; forgetting costs an answer that brings nothing. */
    private static final int MET_AT_MOST = 10_000;

    private final MapReplica replica;
    private final Ways ways;
    private final Map<UUID, Set<MapSum>> offers = new LinkedHashMap<>();
    private final Set<MapSum> met = new HashSet<>();
    private Optional<Question> asked = Optional.empty();
    private long questions;
    private Subscription patience = () -> {};

    MapExchange(MapReplica replica, Ways ways) {
        this.replica = replica;
        this.ways = ways;
    }

    /**
     * How an exchange reaches others.
     *
     * @param answer sends what it is given for a member, when its turn has come
     */
    record Ways(BiConsumer<UUID, WireMessage> send, BiConsumer<UUID, Supplier<WireMessage>> answer, Alarms alarms) {}

    /** Runs work after a while. */
    interface Alarms {
        Subscription after(Duration delay, Runnable work);
    }

    /**
     * Whom this member is asking.
     *
     * @param number tells the answer from one that comes too late
     * @param sums what the member asked has told of its map
     * @param answered how many entries it has sent so far
     */
    private record Question(UUID member, long number, Set<MapSum> sums, String after, int answered) {}

    MapDigest digest(Purpose purpose) {
        return new MapDigest(purpose, replica.sums(), 0, "");
    }

    /** A member has told a digest of its map. */
    void told(UUID member, MapDigest digest) {
        if (digest.purpose() == Purpose.ENTRIES_WANTED) ways.answer().accept(member, () -> replica.differing(digest));
        else if (digest.purpose() == Purpose.DIGEST_WANTED && !replica.sums().equals(digest.sums()))
            ways.answer().accept(member, () -> digest(Purpose.TOLD));
        if (digest.after().isEmpty()) offered(member, digest.sums());
    }

    private void offered(UUID member, Set<MapSum> sums) {
        offers.remove(member);
        offers.put(member, sums);
        askNext();
    }

    /** The entries that a member has sent are in the map. */
    void received(UUID member, MapEntries entries) {
        Optional<Question> answered =
                asked.filter(question -> question.member.equals(member) && question.number == entries.question());
        if (answered.isEmpty()) return;
        done();
        Optional<Question> rest = rest(answered.get(), entries);
        if (rest.isPresent()) ask(rest.get());
        else {
            if (!entries.more()) met.addAll(answered.get().sums);
            askNext();
        }
    }

    /** What is left to ask, unless the answers go round in circles or beyond what a map holds. */
    private Optional<Question> rest(Question question, MapEntries entries) {
        int answered = question.answered + entries.entries().size();
        if (!entries.more() || entries.entries().isEmpty() || answered > SharedMap.MAX_KEYS) return Optional.empty();
        String last = entries.entries().get(entries.entries().size() - 1).key();
        return last.compareTo(question.after) > 0
                ? Optional.of(new Question(question.member, ++questions, question.sums, last, answered))
                : Optional.empty();
    }

    void viewChanged(Set<UUID> members) {
        offers.keySet().retainAll(members);
        if (asked.isPresent() && !members.contains(asked.get().member)) {
            done();
            askNext();
        }
    }

    private void askNext() {
        while (asked.isEmpty() && !offers.isEmpty()) {
            Map.Entry<UUID, Set<MapSum>> offer = offers.entrySet().iterator().next();
            offers.remove(offer.getKey());
            if (met.size() > MET_AT_MOST) met.clear();
            met.addAll(replica.sums());
            if (!met.containsAll(offer.getValue()))
                ask(new Question(offer.getKey(), ++questions, offer.getValue(), "", 0));
        }
    }

    private void ask(Question question) {
        asked = Optional.of(question);
        MapDigest wanted = new MapDigest(Purpose.ENTRIES_WANTED, replica.sums(), question.number, question.after);
        ways.send().accept(question.member, wanted);
        patience = ways.alarms().after(PATIENCE, () -> {
            asked = Optional.empty();
            askNext();
        });
    }

    private void done() {
        patience.close();
        asked = Optional.empty();
    }

    void close() {
        done();
        offers.clear();
    }
}
