package dev.parley.chat;

import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapDigest.Purpose;
import dev.parley.chat.WireMessage.MapEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The shared maps of the rooms of this session: takes in what is written, and compares the map of the room of the moment with
 * the other members'. Confined to the session thread.
 */
final class MapTalk {
    /** Without any cause members compare their maps this often. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(30);

    /** After a departure the survivors compare within this time, not all at once. */
    private static final Duration SPREAD = Duration.ofMillis(200);

    private final SessionParts parts;
    private final MessageDesk desk;
    private final Map<RoomName, MapReplica> replicas = new HashMap<>();
    private MapReplica replica = new MapReplica(SharedMap.MAX_KEYS);
    private MapExchange exchange = exchange();
    private Subscription slowPace = () -> {};

    MapTalk(SessionParts parts, MessageDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    private MapExchange exchange() {
        return new MapExchange(
                replica,
                new MapExchange.Ways(
                        (member, message) -> parts.wire().send(member, message),
                        (member, message) -> parts.wire()
                                .group()
                                .ifPresent(group -> parts.answers().answer(group, member, MapDigest.class, message)),
                        (delay, work) -> parts.loop().after(delay, work)));
    }

    /** A room's map is kept while other rooms are visited. */
    void enter(RoomName room) {
        leave();
        replica = replicas.computeIfAbsent(room, entered -> new MapReplica(SharedMap.MAX_KEYS));
        exchange = exchange();
        atSlowPace();
    }

    void leave() {
        slowPace.close();
        exchange.close();
    }

    void viewChanged(boolean first, boolean merged, boolean someLeft) {
        Set<UUID> members = parts.roster().ids();
        exchange.viewChanged(members);
        if (first) multicast(Purpose.DIGEST_WANTED);
        else if (merged) tellDigest();
        else if (someLeft) parts.loop().after(jitter(SPREAD), this::tellDigest);
    }

    /** Who holds nothing has nothing to tell: the others tell, and it asks. */
    private void tellDigest() {
        if (!replica.isEmpty()) multicast(Purpose.TOLD);
    }

    private void multicast(Purpose purpose) {
        if (!parts.roster().others().isEmpty()) parts.wire().multicast(exchange.digest(purpose));
    }

    private void atSlowPace() {
        slowPace = parts.loop().after(SLOW_PACE.dividedBy(2).plus(jitter(SLOW_PACE)), () -> {
            tellDigest();
            atSlowPace();
        });
    }

    /** Writes or, without a value, deletes; there is room in the outbox for it. */
    void write(String key, Optional<String> value) throws SessionException {
        if (!replica.hasPlaceFor(key))
            throw new SessionException("The map has had its %,d keys: write one of them, or a deleted one, again."
                    .formatted(SharedMap.MAX_KEYS));
        MapEntry entry = desk.mapEntry(key, value);
        if (!replica.merge(entry))
            throw new SessionException(
                    "'%s' was written by a clock at the end of time, which nothing comes after;".formatted(key)
                            + " choose another key.");
        parts.wire().sendInRoom(Optional.empty(), new WireMessage.MapWritten(entry), SharedMap.COST);
    }

    /** Whether a key is there, not deleted. */
    boolean holds(String key) {
        return replica.of(key).filter(entry -> !entry.deleted()).isPresent();
    }

    /** What is there under the keys, in their order. */
    List<SharedMap.Entry> entries() {
        return replica.entries().stream()
                .filter(entry -> !entry.deleted())
                .map(this::shown)
                .toList();
    }

    private SharedMap.Entry shown(MapEntry entry) {
        String author = parts.roster().shownNameOfAuthor(entry.author()).orElse(entry.name());
        Instant time = Instant.ofEpochMilli(entry.clock().millis());
        return new SharedMap.Entry(entry.key(), entry.value().orElseThrow(), author, time);
    }

    void written(UUID from, MapEntry entry) {
        boolean forged = parts.roster()
                .helloOf(from)
                .filter(hello -> !hello.author().equals(entry.author()))
                .isPresent();
        if (forged) parts.refusals().refuse(from, "under another's name");
        else merge(entry);
    }

    private void merge(MapEntry entry) {
        desk.observe(entry.clock());
        replica.merge(entry);
    }

    void told(UUID from, MapDigest digest) {
        exchange.told(from, digest);
    }

    void received(UUID from, MapEntries entries) {
        entries.entries().forEach(this::merge);
        exchange.received(from, entries);
    }

    private static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }
}
