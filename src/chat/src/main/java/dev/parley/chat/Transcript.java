package dev.parley.chat;

import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The order of everything said in a room, the same for all members once they have heard the same messages; which messages
 * are held; and what of it somebody else lacks. Confined to the session thread.
 */
final class Transcript implements AutoCloseable {
    /** What a page holds at most, in messages. */
    private static final int PAGE_ENTRIES = 500;

    /** What a page holds at most, in UTF-16 units of text, save that one message always fits; below JGroups' max_length. */
    private static final int PAGE_CHARACTERS = 128 * 1024;

    private static final Logger LOG = LogManager.getLogger();

    private final Map<AuthorRun, Numbers> held;
    private final List<LogEntry> pending = new ArrayList<>();
    private final Consumer<String> complaint;
    private HistoryStore store;
    private boolean fallen;
    private boolean complained;

    /** @param complaint told once, in a sentence for the user, when the store fails and memory takes its place */
    Transcript(HistoryStore store, Consumer<String> complaint) {
        this.store = store;
        this.complaint = complaint;
        this.held = stored(HistoryStore::held);
    }

    /** Whether anything is held that others than this run's author have said. */
    boolean knowsOthersThan(AuthorRun own) {
        return held.entrySet().stream()
                .anyMatch(run -> !run.getKey().equals(own) && !run.getValue().nothing());
    }

    /** The numbers held of a run. */
    Numbers numbers(AuthorRun run) {
        return held.computeIfAbsent(run, any -> new Numbers(1));
    }

    /** Takes a message in; {@link #flush} stores it. Direct messages are the caller's to tell apart. */
    boolean add(LogEntry entry) {
        boolean fresh =
                entry.id().direct() || numbers(entry.run()).add(entry.id().number());
        if (fresh) pending.add(entry);
        return fresh;
    }

    /** Stores what has been added since. */
    void flush() {
        if (pending.isEmpty()) return;
        List<LogEntry> entries = List.copyOf(pending);
        pending.clear();
        stored(there -> {
            there.append(entries);
            return true;
        });
        prune();
    }

    /** Gives up some of the oldest if more is held than may be; tells whether there was any need. */
    boolean prune() {
        Optional<Map<AuthorRun, Long>> raised = stored(HistoryStore::prune);
        raised.ifPresent(floors -> floors.forEach((run, low) -> numbers(run).raiseLow(low)));
        return raised.isPresent();
    }

    private interface Use<T> {
        T of(HistoryStore store) throws HistoryException;
    }

    /** Uses the store, or what takes its place when it fails; memory, the last resort, does not. */
    private <T> T stored(Use<T> use) {
        while (true) {
            try {
                T answer = use.of(store);
                if (fallen) offerOnlyWhatIsHeld();
                return answer;
            } catch (HistoryException e) {
                fallBack(e);
            }
        }
    }

    private void fallBack(HistoryException failure) {
        LOG.warn("history", failure);
        HistoryStore.Successor successor = store.afterFailure(failure);
        store = successor.store();
        fallen = true;
        if (!complained) complaint.accept(successor.sentence());
        complained = true;
    }

    /** Others shall not ask for what was lost, nor shall this peer fetch again what it has shown already. */
    private void offerOnlyWhatIsHeld() throws HistoryException {
        store.append(List.copyOf(pending));
        pending.clear();
        Map<AuthorRun, Numbers> kept = store.held();
        if (held != null)
            held.forEach((run, numbers) -> numbers.keepOnlyWhatIsIn(kept.getOrDefault(run, new Numbers(1))));
        fallen = false;
    }

    /** The last entries of the log, oldest first. */
    List<LogEntry> last(int count) {
        flush();
        return stored(there -> there.last(count));
    }

    /** Reads the log as it is now beside the session thread; the caller closes it. */
    LogReader reader() {
        flush();
        return stored(HistoryStore::reader);
    }

    /** Gives up what a newcomer does not want of a run. */
    void raiseLow(AuthorRun run, long low) {
        Numbers numbers = numbers(run);
        if (low <= numbers.low()) return;
        numbers.raiseLow(low);
        stored(there -> {
            there.floor(run, low);
            return true;
        });
    }

    /** What is held without gaps; no more than the last {@code recent} messages if that is not 0. */
    List<Mark> marks(int recent) {
        Map<AuthorRun, Long> lows = recent == 0 ? Map.of() : lowestOfLast(recent);
        List<Mark> marks = new ArrayList<>();
        new TreeMap<>(held).forEach((run, numbers) -> {
            long low = recent == 0 ? numbers.low() : lows.getOrDefault(run, numbers.high() + 1);
            marks.add(new Mark(run, Math.min(low, numbers.high() + 1), Math.max(0, numbers.high())));
        });
        return marks;
    }

    private Map<AuthorRun, Long> lowestOfLast(int recent) {
        flush();
        return stored(there -> there.lowestOfLast(Optional.empty(), recent));
    }

    /** What somebody with these marks has and this peer lacks, at most {@code limit} spans. */
    List<Span> lacking(List<Mark> marks, int limit) {
        List<Span> spans = new ArrayList<>();
        for (Mark mark : marks) {
            for (Numbers.Range gap : numbers(mark.run()).missing(mark.low(), mark.high())) {
                if (spans.size() == limit) return spans;
                spans.add(new Span(mark.run(), gap.from(), gap.to()));
            }
        }
        return spans;
    }

    /** As much of what was asked for as is held and fits into a page. */
    Page page(List<Span> spans) {
        flush();
        List<LogEntry> entries = new ArrayList<>();
        int characters = 0;
        for (Span span : spans) {
            int room = PAGE_ENTRIES - entries.size();
            for (LogEntry entry : stored(there -> there.range(span.run(), span.from(), span.to(), room + 1))) {
                characters += entry.text().length();
                if (entries.size() == PAGE_ENTRIES || (characters > PAGE_CHARACTERS && !entries.isEmpty()))
                    return new Page(entries, true);
                entries.add(entry);
            }
        }
        return new Page(entries, false);
    }

    @Override
    public void close() {
        flush();
        store.close();
    }
}
