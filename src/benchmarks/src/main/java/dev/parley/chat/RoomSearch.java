package dev.parley.chat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Searches in the log of a {@link LargeRoom} as {@link Chat#search} does them, without a session around. */
public final class RoomSearch implements AutoCloseable {
    /** As many as a search shows at first. */
    private static final int LIMIT = 100;

    private static final long PATIENCE_SECONDS = 600;
    private final HistoryFile file;
    private final HistoryStore store;

    /** Opens the room, and with it the index, which catches up from now on. */
    public RoomSearch(Path file) throws Exception {
        this.file = new HistoryFile(file);
        this.store = SqliteHistoryStore.open(this.file, HistorySettings.USUAL.megabytes());
    }

    /** Waits until the index has that many messages. */
    public void awaitIndexed(int messages) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (indexed() < messages) {
            if (System.nanoTime() - end > 0) throw new IllegalStateException("The index does not catch up.");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long indexed() throws SQLException {
        try (Connection index = DriverManager.getConnection("jdbc:sqlite:" + file.searchIndex());
                Statement statement = index.createStatement();
                ResultSet row = statement.executeQuery("SELECT last FROM progress")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** How many milliseconds each of these searches takes. */
    public List<Double> millis(List<String> queries) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (String query : queries) {
            long begun = System.nanoTime();
            LogSearch search = new LogSearch(SearchQuery.parse(query), Set.of());
            try (LogReader reader = store.reader()) {
                reader.search(search, LIMIT);
            }
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    @Override
    public void close() {
        store.close();
    }
}
