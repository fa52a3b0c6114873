package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapDigest.Purpose;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapWritten;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Many copies of a map on a network that loses, repeats, delays and splits, driven by chance from a seed. */
class MapExchangeTest {
    private static final int PLACES = 6;
    private static final int KEYS = 9;

    /** The copies, what is on its way between them, and all that was ever written. */
    private static final class World {
        private final Random chance;
        private final int places;
        private final List<Copy> copies = new ArrayList<>();
        private final List<Letter> letters = new ArrayList<>();
        private final List<MapEntry> written = new ArrayList<>();
        private int lettersWithEntries;

        World(long seed, int places) {
            chance = new Random(seed);
            this.places = places;
        }

        private Copy newcomer() {
            Copy copy = new Copy(this, new UUID(chance.nextLong(), copies.size()), chance.nextInt(2_000));
            copies.add(copy);
            return copy;
        }

        private void join() {
            Copy copy = newcomer();
            copy.multicast(copy.exchange.digest(Purpose.DIGEST_WANTED));
        }

        private Copy any() {
            return copies.get(chance.nextInt(copies.size()));
        }

        private void step() {
            switch (chance.nextInt(12)) {
                case 0, 1, 2 -> any().write(key(), Optional.of("v" + chance.nextInt(3)));
                case 3 -> any().write(key(), Optional.empty());
                case 4, 5, 6 -> deliver(false);
                case 7 -> deliver(true);
                case 8 -> lose();
                case 9 -> any().fireAlarms();
                case 10 -> {
                    Copy teller = any();
                    teller.multicast(teller.exchange.digest(Purpose.TOLD));
                }
                default -> {
                    if (chance.nextInt(4) == 0 && copies.size() < 6) join();
                    else split();
                }
            }
            for (Copy copy : copies) assertThat(copy.replica.entries()).hasSizeLessThanOrEqualTo(places);
        }

        private String key() {
            return "k" + chance.nextInt(KEYS);
        }

        private void deliver(boolean again) {
            if (letters.isEmpty()) return;
            int at = chance.nextInt(letters.size());
            Letter letter = again ? letters.get(at) : letters.remove(at);
            letter.to.hear(letter.from.id, letter.message);
        }

        private void lose() {
            if (!letters.isEmpty()) letters.remove(chance.nextInt(letters.size()));
        }

        /** New islands; who is alone on one or all on the same are among the possibilities. */
        private void split() {
            copies.forEach(copy -> copy.island = chance.nextInt(2));
            letters.removeIf(letter -> letter.from.island != letter.to.island);
            for (Copy copy : copies) copy.exchange.viewChanged(copy.neighbours());
        }

        private void healAndCompareOnce() {
            letters.clear();
            copies.forEach(copy -> copy.island = 0);
            while (copies.stream().anyMatch(copy -> !copy.alarms.isEmpty())) copies.forEach(Copy::fireAlarms);
            letters.clear();
            for (Copy copy : copies) copy.multicast(copy.exchange.digest(Purpose.TOLD));
            while (!letters.isEmpty()) deliver(false);
        }

        /** What everybody should hold, by the definition alone. */
        private List<MapEntry> expected() {
            Map<String, MapEntry> greatest = new HashMap<>();
            for (MapEntry entry : written)
                greatest.merge(entry.key(), entry, (one, other) -> one.compareTo(other) > 0 ? one : other);
            return greatest.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(places)
                    .sorted(Comparator.comparing(MapEntry::key))
                    .toList();
        }
    }

    private record Letter(Copy from, Copy to, WireMessage message) {}

    /** One member. */
    private static final class Copy {
        private final World world;
        private final UUID id;
        private final MapReplica replica;
        private final MapExchange exchange;
        private final HybridClock clock;
        private final List<Runnable> alarms = new ArrayList<>();
        private int island;

        Copy(World world, UUID id, int clockError) {
            this.world = world;
            this.id = id;
            replica = new MapReplica(world.places);
            clock = new HybridClock(() -> Instant.ofEpochMilli(10_000L + clockError + world.written.size()));
            exchange = new MapExchange(
                    replica,
                    new MapExchange.Ways(
                            this::send, (member, answer) -> send(member, answer.get()), (delay, work) -> alarm(work)));
        }

        private Subscription alarm(Runnable work) {
            alarms.add(work);
            return () -> alarms.remove(work);
        }

        private void fireAlarms() {
            List<Runnable> due = List.copyOf(alarms);
            alarms.clear();
            due.forEach(Runnable::run);
        }

        private Set<UUID> neighbours() {
            Set<UUID> neighbours = new HashSet<>();
            for (Copy other : world.copies) if (other.island == island) neighbours.add(other.id);
            return neighbours;
        }

        private void multicast(WireMessage message) {
            for (UUID neighbour : neighbours()) if (!neighbour.equals(id)) send(neighbour, message);
        }

        private void send(UUID member, WireMessage message) {
            if (message instanceof MapEntries entries && !entries.entries().isEmpty()) world.lettersWithEntries++;
            for (Copy other : world.copies)
                if (other.id.equals(member) && other.island == island)
                    world.letters.add(new Letter(this, other, message));
        }

        private void write(String key, Optional<String> value) {
            if (!replica.hasPlaceFor(key)) return;
            MapEntry entry = new MapEntry(key, value, clock.next(), id, "alice");
            assertThat(replica.merge(entry)).isTrue();
            world.written.add(entry);
            multicast(new MapWritten(entry));
        }

        private void hear(UUID from, WireMessage message) {
            if (message instanceof MapWritten written) merge(written.entry());
            else if (message instanceof MapDigest digest) exchange.told(from, digest);
            else if (message instanceof MapEntries entries) {
                entries.entries().forEach(this::merge);
                exchange.received(from, entries);
            }
        }

        private void merge(MapEntry entry) {
            clock.observe(entry.clock());
            replica.merge(entry);
        }

        private List<MapEntry> entries() {
            return List.copyOf(replica.entries());
        }
    }

    @Property(tries = 300)
    void afterARoundOfDigestsAllHoldTheSameAndWhatTheRulesSay(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int members) {
        World world = new World(seed, PLACES);
        for (int i = 0; i < members; i++) world.newcomer();
        for (int i = 0; i < 150; i++) world.step();

        world.healAndCompareOnce();

        List<MapEntry> expected = world.expected();
        for (Copy copy : world.copies) assertThat(copy.entries()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void theOrderAndNumberOfDeliveriesDoNotMatter(@ForAll long seed) {
        World world = new World(seed, PLACES);
        for (int i = 0; i < 4; i++) world.newcomer().island = i;
        for (int i = 0; i < 60; i++)
            world.any().write(world.key(), Optional.of("v").filter(v -> world.chance.nextInt(3) > 0));
        MapReplica together = new MapReplica(PLACES);
        Collection<MapEntry> all = shuffledTwice(world);
        all.forEach(together::merge);
        assertThat(List.copyOf(together.entries())).isEqualTo(world.expected());

        MapReplica ofReplicas = new MapReplica(PLACES);
        world.copies.forEach(copy -> copy.entries().forEach(ofReplicas::merge));
        assertThat(List.copyOf(ofReplicas.entries())).isEqualTo(world.expected());
        assertThat(ofReplicas.sums()).isEqualTo(together.sums());
        world.expected().forEach(entry -> assertThat(ofReplicas.merge(entry)).isFalse());
    }

    private static List<MapEntry> shuffledTwice(World world) {
        List<MapEntry> all = new ArrayList<>(world.written);
        all.addAll(world.written);
        java.util.Collections.shuffle(all, world.chance);
        return all;
    }

    @Property(tries = 100)
    void whatWasDeletedIsNotBroughtBackByWhoStillHasIt(@ForAll long seed) {
        World world = new World(seed, KEYS);
        for (int i = 0; i < 3; i++) world.newcomer();
        Copy away = world.copies.get(2);
        away.write("k1", Optional.of("old"));
        while (!world.letters.isEmpty()) world.deliver(false);
        away.island = 1;
        world.copies.get(0).write("k1", Optional.empty());
        for (int i = 0; i < 20; i++) world.any().write("other" + i % 5, Optional.of("v"));

        world.healAndCompareOnce();

        for (Copy copy : world.copies) assertThat(copy.replica.of("k1")).get().matches(MapEntry::deleted);
    }

    @Example
    void anAnswerThatComesTooLateIsNotTakenForThatToTheNextQuestion() {
        World world = new World(1, PLACES);
        Copy asker = world.newcomer();
        Copy other = world.newcomer();
        other.write("k1", Optional.of("v"));
        world.letters.clear();
        asker.hear(other.id, other.exchange.digest(Purpose.TOLD));
        world.deliver(false);
        Letter late = world.letters.remove(0);
        asker.fireAlarms();

        other.write("k2", Optional.of("v"));
        world.letters.clear();
        asker.hear(other.id, other.exchange.digest(Purpose.TOLD));
        assertThat(world.letters).hasSize(1);
        world.letters.clear();
        asker.hear(other.id, late.message);

        world.healAndCompareOnce();
        assertThat(asker.entries()).isEqualTo(other.entries()).hasSize(2);
    }

    @Example
    void aLargeMapTravelsInSeveralAnswersAndOnlyWhatDiffersTravelsAgain() {
        World world = new World(1, SharedMap.MAX_KEYS);
        Copy full = world.newcomer();
        for (int i = 0; i < 200; i++) full.write("key " + i, Optional.of("v".repeat(4_000)));
        world.join();
        while (!world.letters.isEmpty()) world.deliver(false);
        assertThat(world.copies.get(1).entries()).isEqualTo(full.entries()).hasSize(200);
        assertThat(world.lettersWithEntries).isBetween(14, 18);

        world.lettersWithEntries = 0;
        full.write("key 7", Optional.of("other"));
        world.healAndCompareOnce();
        assertThat(world.copies.get(1).entries()).isEqualTo(full.entries());
        assertThat(world.lettersWithEntries).isEqualTo(1);
    }

    @Example
    void afterAMergeEachAsksOneOfTheOtherPart() {
        World world = new World(1, SharedMap.MAX_KEYS);
        for (int i = 0; i < 10; i++) world.newcomer().island = i % 2;
        for (int i = 0; i < 10; i++) world.copies.get(i).write("k" + i, Optional.of("v"));
        while (!world.letters.isEmpty()) world.deliver(false);

        world.healAndCompareOnce();

        for (Copy copy : world.copies) assertThat(copy.entries()).hasSize(10);
        assertThat(world.lettersWithEntries).isLessThanOrEqualTo(20);
    }
}
