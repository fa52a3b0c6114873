package dev.parley.chat;

import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Which messages of whom are held in a room, and how that is told to others: of each author the latest run exactly, all
 * earlier ones as one digest, so that what is told does not grow with restarts. Confined to the session thread.
 */
final class Ledger {
    /** What one answer names in detail at most; of an author with more, the latest. */
    static final int MOST_RUNS = 4_000;

    private final Map<UUID, NavigableMap<Long, Numbers>> authors = new HashMap<>();

    Ledger(Map<AuthorRun, Numbers> held) {
        held.forEach((run, numbers) ->
                authors.computeIfAbsent(run.author(), any -> new TreeMap<>()).put(run.incarnation(), numbers));
    }

    /** The numbers of a run, to be changed. */
    Numbers of(AuthorRun run) {
        return authors.computeIfAbsent(run.author(), any -> new TreeMap<>())
                .computeIfAbsent(run.incarnation(), any -> new Numbers(1));
    }

    /** Gives up what is not in there. */
    void keepOnlyWhatIsIn(Map<AuthorRun, Numbers> kept) {
        authors.forEach((author, runs) -> runs.forEach((incarnation, numbers) ->
                numbers.keepOnlyWhatIsIn(kept.getOrDefault(new AuthorRun(author, incarnation), new Numbers(1)))));
    }

    /** Whether there may be messages before those wanted here. */
    boolean cutOff() {
        return authors.values().stream().flatMap(runs -> runs.values().stream()).anyMatch(numbers -> numbers.low() > 1);
    }

    boolean holds(AuthorRun run, long number) {
        Numbers numbers = known(run);
        return numbers != null && numbers.holds(number);
    }

    /** The number up to which nothing of a run is missing; 0 if its beginning is. */
    long high(AuthorRun run) {
        Numbers numbers = known(run);
        return numbers == null ? 0 : numbers.high();
    }

    private Numbers known(AuthorRun run) {
        NavigableMap<Long, Numbers> runs = authors.get(run.author());
        return runs == null ? null : runs.get(run.incarnation());
    }

    /** Whether anything is held that others than this author have said. */
    boolean knowsOthersThan(UUID author) {
        return authors.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(author)
                        && other.getValue().values().stream().anyMatch(numbers -> numbers.last() > 0));
    }

    /**
     * Everything in short.
     *
     * @param lowest the number of a run from which on it is told; its {@link Numbers#low} tells all
     */
    List<AuthorMarks> summary(ToLongFunction<AuthorRun> lowest) {
        List<AuthorMarks> all = new ArrayList<>();
        authors.forEach((author, runs) -> runs.descendingMap().entrySet().stream()
                .filter(run -> run.getValue().last() > 0)
                .findFirst()
                .ifPresent(run -> all.add(
                        new AuthorMarks(author, List.of(mark(author, run, lowest)), earlier(author, run.getKey())))));
        return all;
    }

    /** All runs of these authors, as many authors as fit. */
    List<AuthorMarks> details(Collection<UUID> wanted, ToLongFunction<AuthorRun> lowest) {
        List<AuthorMarks> details = new ArrayList<>();
        int size = 0;
        for (UUID author : wanted) {
            List<Mark> marks = marks(author, lowest);
            size += marks.size();
            if (size > MOST_RUNS) break;
            details.add(new AuthorMarks(author, marks, 0));
        }
        return details;
    }

    private List<Mark> marks(UUID author, ToLongFunction<AuthorRun> lowest) {
        NavigableMap<Long, Numbers> runs = authors.getOrDefault(author, new TreeMap<>());
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<Long, Numbers> run : runs.entrySet())
            if (run.getValue().last() > 0) marks.add(mark(author, run, lowest));
        return marks.subList(Math.max(0, marks.size() - MOST_RUNS), marks.size());
    }

    /** These runs, from the numbers given for them on. */
    List<AuthorMarks> runs(Collection<AuthorRun> wanted, ToLongFunction<AuthorRun> lowest) {
        Map<UUID, List<Mark>> marks = new HashMap<>();
        for (AuthorRun run : wanted)
            marks.computeIfAbsent(run.author(), any -> new ArrayList<>())
                    .add(mark(run.author(), Map.entry(run.incarnation(), of(run)), lowest));
        List<AuthorMarks> authors = new ArrayList<>();
        marks.forEach((author, runs) -> authors.add(new AuthorMarks(author, runs, 0)));
        return authors;
    }

    private static Mark mark(UUID author, Map.Entry<Long, Numbers> run, ToLongFunction<AuthorRun> lowest) {
        Numbers numbers = run.getValue();
        long low = Math.max(numbers.low(), lowest.applyAsLong(new AuthorRun(author, run.getKey())));
        List<Numbers.Range> held = new ArrayList<>();
        for (Numbers.Range range : numbers.ranges())
            if (range.to() >= low) held.add(new Numbers.Range(Math.max(low, range.from()), range.to()));
        return new Mark(run.getKey(), low, held);
    }

    /** A digest of what is held of an author's runs before this one; 0 if nothing is. */
    long earlier(UUID author, long incarnation) {
        NavigableMap<Long, Numbers> runs = authors.get(author);
        if (runs == null) return 0;
        long digest = 0;
        for (Map.Entry<Long, Numbers> run : runs.headMap(incarnation, false).entrySet()) {
            long print = run.getValue().fingerprint();
            if (print != 0) digest ^= Numbers.mixed(print ^ Numbers.mixed(run.getKey()));
        }
        return digest;
    }

    /** What somebody with this mark has and this peer lacks. */
    List<Span> lacking(AuthorRun run, Mark mark) {
        Numbers numbers = known(run);
        List<Span> spans = new ArrayList<>();
        for (Numbers.Range held : mark.held()) {
            if (numbers == null) spans.add(new Span(run, held.from(), held.to()));
            else numbers.missing(held.from(), held.to()).forEach(gap -> spans.add(new Span(run, gap.from(), gap.to())));
        }
        return spans;
    }
}
