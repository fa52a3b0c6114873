package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MergedRunsTest {
    private final PackedEntries packed = new PackedEntries();
    private final Map<AuthorRun, MemoryRun> runs = new LinkedHashMap<>();
    private final List<LogPlace> places = new ArrayList<>();

    /** Authors who take turns after few or many messages; some clocks are equal, and some may run backwards. */
    private void talk(Random random) {
        boolean honest = random.nextInt(4) > 0;
        long clock = 1_000;
        for (int turn = 0; turn < 40; turn++) {
            AuthorRun author = new AuthorRun(new UUID(0, random.nextInt(4)), 1);
            MemoryRun run = runs.computeIfAbsent(author, any -> new MemoryRun(author, false, packed));
            for (int i = random.nextInt(1 << random.nextInt(6)); i >= 0; i--) {
                clock += honest ? random.nextInt(2) : random.nextInt(5) - 2;
                LogEntry entry = Entries.said(author, run.size() + 1, clock);
                run.add(entry);
                places.add(entry.place());
            }
        }
        Collections.sort(places);
    }

    private static List<LogPlace> all(MergedRuns merged) {
        List<LogPlace> all = new ArrayList<>();
        while (merged.hasNext()) all.add(merged.next().place());
        return all;
    }

    @Property(tries = 100)
    void runsAreMergedIntoTheOrderOfTheLog(@ForAll long seed) {
        Random random = new Random(seed);
        talk(random);
        MergedRuns forwards = MergedRuns.forwards(List.of(runs));
        assertThat(all(forwards)).isEqualTo(places);
        runs.values().forEach(run -> assertThat(forwards.takenFrom(run)).isEqualTo(run.size()));

        int end = random.nextInt(places.size());
        List<LogPlace> newestFirst = new ArrayList<>(places.subList(0, end));
        Collections.reverse(newestFirst);
        assertThat(all(MergedRuns.backwards(List.of(runs), Optional.of(places.get(end)))))
                .isEqualTo(newestFirst);
    }
}
