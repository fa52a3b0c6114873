package dev.parley.chat;

import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The order of everything said in a room, the same for all members once they have heard the same messages, and which messages
 * are held. Confined to the session thread.
 */
final class Transcript implements AutoCloseable {
    /** What a page holds at most, in messages. */
    private static final int PAGE_ENTRIES = Page.MOST_ENTRIES;

    /** What a page holds at most, in UTF-16 units of text, save that one message always fits; below JGroups' max_length. */
    private static final int PAGE_CHARACTERS = 128 * 1024;

    private static final Logger LOG = LogManager.getLogger();

    private final Ledger ledger;
    private final List<LogEntry> pending = new ArrayList<>();
    private final Consumer<String> complaint;
    private HistoryStore store;
    private boolean fallen;
    private boolean complained;

    /** @param complaint told once, in a sentence for the user, when the store fails and memory takes its place */
    Transcript(HistoryStore store, Consumer<String> complaint) {
        this.store = store;
        this.complaint = complaint;
        this.ledger = new Ledger(stored(HistoryStore::held));
    }

    /** Which messages are held; changed only by the transcript. */
    Ledger ledger() {
        return ledger;
    }

    /**
     * Takes messages of one run in; {@link #flush} stores them. Direct messages are the caller's to tell apart.
     *
     * @return those that were not held yet
     */
    List<LogEntry> add(AuthorRun run, List<LogEntry> entries) {
        Numbers numbers = ledger.of(run);
        List<LogEntry> fresh = new ArrayList<>(entries.size());
        for (LogEntry entry : entries)
            if (entry.id().direct() || numbers.add(entry.id().number())) fresh.add(entry);
        pending.addAll(fresh);
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

    /** Brings what was stored to its place, some time after it was; reading does so too. */
    void settle() {
        flush();
        stored(there -> {
            there.settle();
            return true;
        });
        prune();
    }

    /** Gives up some of the oldest if more is held than may be; tells whether there was any need. */
    boolean prune() {
        Optional<Map<AuthorRun, Long>> raised = stored(HistoryStore::prune);
        raised.ifPresent(floors -> floors.forEach((run, low) -> ledger.of(run).raiseLow(low)));
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
        if (ledger != null) ledger.keepOnlyWhatIsIn(kept);
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

    /** Gives up what is missing of a run below a number. */
    void raiseLow(AuthorRun run, long low) {
        Numbers numbers = ledger.of(run);
        if (low <= numbers.low()) return;
        numbers.raiseLow(low);
        keepFloor(run, low);
    }

    /** Wants what lies from a number on after all. */
    void lowerLow(AuthorRun run, long low) {
        Numbers numbers = ledger.of(run);
        if (low >= numbers.low()) return;
        numbers.lowerLow(Math.max(1, low));
        keepFloor(run, numbers.low());
    }

    private void keepFloor(AuthorRun run, long low) {
        stored(there -> {
            there.floor(run, low);
            return true;
        });
    }

    /**
     * What is held, in short.
     *
     * @param recent reaches back to no more than so many of the last messages; 0 for all
     */
    List<AuthorMarks> summary(int recent) {
        return ledger.summary(lowest(recent));
    }

    /** What is held of these authors, as many as fit into an answer; {@code recent} as in {@link #summary}. */
    List<AuthorMarks> details(List<UUID> authors, int recent) {
        return ledger.details(authors, lowest(recent));
    }

    /** What is held of the runs to which so many messages before a place in the log belong, back to the first of those. */
    List<AuthorMarks> older(Stamp before, int count) {
        Map<AuthorRun, Long> lowest = lowestBefore(Optional.of(before), count);
        return ledger.runs(lowest.keySet(), lowest::get);
    }

    /** The place of the last message held. */
    Optional<Stamp> latest() {
        return last(1).stream().map(LogEntry::clock).findFirst();
    }

    /** The place of the first message held that everybody sees. */
    Optional<Stamp> oldest() {
        flush();
        return stored(HistoryStore::oldest);
    }

    private ToLongFunction<AuthorRun> lowest(int recent) {
        if (recent == 0) return run -> 0;
        Map<AuthorRun, Long> lowest = lowestBefore(Optional.empty(), recent);
        return run -> lowest.getOrDefault(run, ledger.of(run).last() + 1);
    }

    private Map<AuthorRun, Long> lowestBefore(Optional<Stamp> before, int count) {
        flush();
        return stored(there -> there.lowestOfLast(before, count));
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
                    return new Page(entries);
                entries.add(entry);
            }
        }
        return new Page(entries);
    }

    @Override
    public void close() {
        flush();
        store.close();
    }
}
