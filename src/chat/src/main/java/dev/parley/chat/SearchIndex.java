package dev.parley.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The trigrams of a history file's messages in a database of their own, so that whoever writes it never waits for whoever
 * writes messages, and so that it can be thrown away: missing, damaged, of another file or ahead of it, it is made anew.
 * Written by {@code parley-search-index}, some seconds after the messages, and open only while there is something to
 * write; a search reads the rest itself.
 */
final class SearchIndex implements AutoCloseable {
    /** The last two characters of a text begin trigrams too: with two of these after it. */
    static final String PADDING = "\uE000\uE000";

    private static final Logger LOG = LogManager.getLogger();
    private static final int VERSION = 1;
    private static final int PATIENCE_MILLIS = 1_000;

    /** So often it is made before searches have to do without. */
    private static final int ATTEMPTS = 3;

    /** Messages indexed in one transaction, some 50 ms. */
    private static final int BATCH = 2_000;

    /**
     * This time to three times this time more messages are awaited before any is indexed: one by one they would cost many times
     * as much, and members that hear the same would all be busy at once.
     */
    private static final long GATHERING_MILLIS = 2_000;

    /** So long it stays open for more. */
    private static final int IDLE_SECONDS = 5;

    /** Messages deleted are taken out once so many row numbers are free at the beginning. */
    private static final int GONE = 10_000;

    private final HistoryFile file;
    private final long token;
    private final Semaphore work = new Semaphore(0);
    private final ExecutorService thread = OnDemandThread.named("parley-search-index");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean usable;
    private volatile boolean doubtful;
    private volatile boolean closed;

    /** Whether the thread has taken on to do what work there is. Guarded by the work. */
    private boolean working;

    private int attempts;
    private long lastId;
    private long indexed;
    private long firstIndexed;

    /**
     * Opens nothing yet.
     *
     * @param token what the history file is known by
     * @param lastId the greatest row number in it now
     */
    SearchIndex(HistoryFile file, long token, long lastId) {
        this.file = file;
        this.token = token;
        this.lastId = lastId;
    }

    /** There is something new to index, or something gone; also what there was at the beginning. Never blocks. */
    void appended() {
        synchronized (work) {
            if (work.availablePermits() == 0) work.release();
            if (working || closed || attempts == ATTEMPTS) return;
            working = true;
            thread.execute(this::run);
        }
    }

    /** Where it is; searches may read it while {@link #usable}. */
    Path path() {
        return file.searchIndex();
    }

    boolean usable() {
        return usable && !doubtful;
    }

    /** A search could not read it: it is made anew. Any thread. */
    void doubt() {
        doubtful = true;
        appended();
    }

    private void run() {
        while (takeWork()) {
            try {
                if (usable) gather();
                keepUp();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | IOException e) {
                usable = false;
                if (closed) return;
                attempted();
                LOG.warn("the search index {}, attempt {} of {}", path(), attempts, ATTEMPTS, e);
            }
        }
    }

    private boolean takeWork() {
        synchronized (work) {
            working = !closed && attempts < ATTEMPTS && work.tryAcquire();
            return working;
        }
    }

    private void attempted() {
        synchronized (work) {
            attempts++;
        }
        work.release();
    }

    /** Until there has been nothing to do for a while. */
    private void keepUp() throws SQLException, IOException, InterruptedException {
        try (Connection messages = file.openForReading();
                Connection own = openOrRemake()) {
            usable = true;
            boolean more = true;
            while (more && !closed && !doubtful) more = step(messages, own) || awaitMore();
            lastId = Math.max(lastId, indexed);
            if (!doubtful || closed) return;
            usable = false;
            remove();
            doubtful = false;
            attempted();
        }
    }

    private boolean awaitMore() throws InterruptedException {
        if (!work.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) return false;
        gather();
        return true;
    }

    private void gather() throws InterruptedException {
        long millis = ThreadLocalRandom.current().nextLong(GATHERING_MILLIS, 3 * GATHERING_MILLIS);
        if (!closed && !closing.await(millis, TimeUnit.MILLISECONDS)) work.drainPermits();
    }

    private void remove() throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm"})
            Files.deleteIfExists(path().resolveSibling(path().getFileName() + suffix));
    }

    private Connection openOrRemake() throws SQLException, IOException {
        try {
            Connection there = open();
            if (belongs(there)) return there;
            there.close();
        } catch (SQLException e) {
            LOG.info("the search index {} cannot be read", path(), e);
        }
        remove();
        Connection fresh = open();
        create(fresh);
        return fresh;
    }

    private Connection open() throws SQLException {
        return HistoryFile.forWriting(PATIENCE_MILLIS).createConnection("jdbc:sqlite:" + path());
    }

    /** A loss of power may have left the messages behind their index: then row numbers are given twice. */
    private boolean belongs(Connection there) throws SQLException {
        try (Statement statement = there.createStatement()) {
            if (statement.executeQuery("PRAGMA user_version").getInt(1) != VERSION) return false;
            try (ResultSet row = statement.executeQuery("SELECT token, first, last FROM progress")) {
                if (!row.next() || row.getLong(1) != token || row.getLong(3) > lastId) return false;
                firstIndexed = row.getLong(2);
                indexed = row.getLong(3);
                return true;
            }
        }
    }

    /**
     * Without positions ({@code detail=none}) the index has less than half the size, and a search compares the texts it is
     * shown in any case. The texts come folded, so that upper and lower case are alike in every script.
     */
    private void create(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.executeUpdate("CREATE VIRTUAL TABLE trigrams USING fts5(text, content='', contentless_delete=1,"
                    + " tokenize='trigram case_sensitive 1', detail=none)");
            statement.executeUpdate("CREATE VIRTUAL TABLE places USING fts5vocab(trigrams, instance)");
            statement.executeUpdate(
                    "CREATE TABLE progress (token INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)");
            statement.executeUpdate("INSERT INTO progress VALUES (" + token + ", 0, 0)");
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
        firstIndexed = 0;
        indexed = 0;
    }

    /** Indexes a batch, or takes out what is gone; returns whether there may be more to do. */
    private boolean step(Connection messages, Connection own) throws SQLException {
        return index(messages, own) || forget(messages, own);
    }

    private boolean index(Connection messages, Connection own) throws SQLException {
        try (Statement statement = own.createStatement();
                PreparedStatement insert = own.prepareStatement("INSERT INTO trigrams (rowid, text) VALUES (?,?)");
                PreparedStatement select = messages.prepareStatement(
                        "SELECT id, text FROM message WHERE id > ? ORDER BY id LIMIT " + BATCH)) {
            select.setLong(1, indexed);
            long last = indexed;
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) return false;
                statement.executeUpdate("BEGIN IMMEDIATE");
                do {
                    last = row.getLong(1);
                    insert.setLong(1, last);
                    insert.setString(2, LogSearch.fold(row.getString(2)) + PADDING);
                    insert.executeUpdate();
                } while (row.next());
            }
            statement.executeUpdate("UPDATE progress SET last = " + last);
            statement.executeUpdate("COMMIT");
            indexed = last;
            return true;
        }
    }

    private boolean forget(Connection messages, Connection own) throws SQLException {
        try (Statement reading = messages.createStatement();
                Statement writing = own.createStatement()) {
            long first = reading.executeQuery("SELECT ifnull(min(id), 0) FROM message")
                    .getLong(1);
            if (first - firstIndexed < GONE) return false;
            long next = Math.min(first, firstIndexed + BATCH);
            writing.executeUpdate("BEGIN IMMEDIATE");
            writing.executeUpdate("DELETE FROM trigrams WHERE rowid >= " + firstIndexed + " AND rowid < " + next);
            writing.executeUpdate("UPDATE progress SET first = " + next);
            writing.executeUpdate("COMMIT");
            firstIndexed = next;
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        closing.countDown();
        work.release();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS))
                LOG.info("the search index {} is still being written", path());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
