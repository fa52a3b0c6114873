package dev.parley.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A database that many entries come to at a time. Each is in a {@link HistoryJournal} first, which is ten times as quick and
 * as safe from a kill of the process; whatever reads brings them to the database before. Confined to the session thread.
 */
final class JournaledHistoryStore implements HistoryStore {
    private static final Logger LOG = LogManager.getLogger();

    /** So many entries wait at most; to bring them to the database takes about 30 ms. */
    private static final int MOST_WAITING = 4_000;

    /** Large texts count as several entries of this size. */
    private static final int CHARACTERS_OF_ENTRY = 500;

    private final SqliteHistoryStore database;
    private final List<LogEntry> waiting = new ArrayList<>();
    private Optional<HistoryJournal> journal;
    private int weight;

    private JournaledHistoryStore(SqliteHistoryStore database, Optional<HistoryJournal> journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Opens the file, or makes it; what a killed process has left in the journal comes to its place.
     *
     * @param mostMegabytes how much it may hold
     * @throws HistoryException if the file cannot be read and written or was written by a newer program
     */
    static HistoryStore open(HistoryFile file, int mostMegabytes) throws HistoryException {
        SqliteHistoryStore database = SqliteHistoryStore.open(file, mostMegabytes);
        JournaledHistoryStore store = new JournaledHistoryStore(database, Optional.empty());
        try {
            HistoryJournal journal = HistoryJournal.open(file.journal());
            store.journal = Optional.of(journal);
            store.waiting.addAll(journal.read());
            store.settle();
        } catch (IOException e) {
            store.giveUpJournal(e);
        } catch (HistoryException e) {
            store.closeJournal();
            database.close();
            throw e;
        }
        return store;
    }

    @Override
    public void append(List<LogEntry> entries) throws HistoryException {
        waiting.addAll(entries);
        for (LogEntry entry : entries) weight += 1 + entry.text().length() / CHARACTERS_OF_ENTRY;
        if (!noted(entries) || weight >= MOST_WAITING) settle();
    }

    private boolean noted(List<LogEntry> entries) {
        if (journal.isEmpty()) return false;
        try {
            journal.get().write(entries);
            return true;
        } catch (IOException e) {
            giveUpJournal(e);
            return false;
        }
    }

    /** The database takes each message at once from now on, and knows better what is wrong with the disk. */
    private void giveUpJournal(IOException failure) {
        LOG.warn("history goes on without its journal", failure);
        closeJournal();
    }

    private void closeJournal() {
        try {
            if (journal.isPresent()) journal.get().close();
        } catch (IOException e) {
            LOG.debug("closing a journal", e);
        }
        journal = Optional.empty();
    }

    @Override
    public void settle() throws HistoryException {
        if (waiting.isEmpty()) return;
        database.append(waiting);
        forget();
    }

    private void forget() {
        waiting.clear();
        weight = 0;
        try {
            if (journal.isPresent()) journal.get().clear();
        } catch (IOException e) {
            giveUpJournal(e);
        }
    }

    @Override
    public void floor(AuthorRun run, long low) throws HistoryException {
        database.floor(run, low);
    }

    @Override
    public Map<AuthorRun, Numbers> held() throws HistoryException {
        settle();
        return database.held();
    }

    @Override
    public List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException {
        settle();
        return database.before(place, count);
    }

    @Override
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException {
        settle();
        return database.lowestOfLast(before, count);
    }

    @Override
    public Optional<Stamp> oldest() throws HistoryException {
        settle();
        return database.oldest();
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException {
        settle();
        return database.range(run, from, to, limit);
    }

    /** The database grows only when something is brought to it. */
    @Override
    public Optional<Map<AuthorRun, Long>> prune() throws HistoryException {
        return waiting.isEmpty() ? database.prune() : Optional.empty();
    }

    @Override
    public LogReader reader() throws HistoryException {
        settle();
        return database.reader();
    }

    /** What takes the database's place gets what could not be brought to it; the journal keeps it for the next start. */
    @Override
    public Successor afterFailure(HistoryException failure) {
        Successor successor = database.afterFailure(failure);
        try {
            successor.store().append(List.copyOf(waiting));
        } catch (HistoryException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        closeJournal();
        return successor;
    }

    @Override
    public void close() {
        try {
            settle();
        } catch (HistoryException e) {
            LOG.warn("the journal keeps what could not be brought to the database", e);
        }
        closeJournal();
        database.close();
    }
}
