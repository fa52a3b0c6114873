package dev.parley.chat;

import dev.parley.chat.HistoryException.Reason;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A room's database file: how it is opened, what its failures mean, and where it goes when it is damaged.
 *
 * @param path the database; SQLite keeps {@code -wal} and {@code -shm} beside it
 */
record HistoryFile(Path path) {
    /** How long a lock of another program is waited for; the session stands still meanwhile. */
    private static final int PATIENCE_MILLIS = 500;

    /**
     * The writer waits for the disk once so many pages of 4 KiB are in the {@code -wal}: 4 times as many as usual, which costs
     * 16 MB and saves most of the waits.
     */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final String MAGIC = "SQLite format 3\0";
    private static final int VERSION_OFFSET = 60;

    /** Where the search index of these messages is. */
    Path searchIndex() {
        return companion(".search.db");
    }

    /** Where messages wait for their place in the database. */
    Path journal() {
        return companion(".journal");
    }

    private Path companion(String suffix) {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.replaceFirst("\\.db$", "") + suffix);
    }

    /**
     * The schema version in the file's header (https://www.sqlite.org/fileformat.html#the_database_header), read without
     * SQLite, which changes a file that it opens; 0 if there is none.
     */
    int versionInHeader() {
        try (DataInputStream header = new DataInputStream(Files.newInputStream(path))) {
            if (!new String(header.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII).equals(MAGIC)) return 0;
            header.skipNBytes(VERSION_OFFSET - MAGIC.length());
            return Math.max(0, header.readInt());
        } catch (IOException e) {
            return 0;
        }
    }

    /** Opens it for reading and writing, making it if it is not there. */
    Connection open() throws SQLException {
        Connection database = connect(forWriting(PATIENCE_MILLIS), "jdbc:sqlite:" + path);
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /**
     * How a database is opened that is written beside those who read it. The driver is not to ask for each row under which
     * number it was inserted, which takes longer than the inserting.
     */
    static SQLiteConfig forWriting(int patienceMillis) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(patienceMillis);
        config.setGetGeneratedKeys(false);
        return config;
    }

    /**
     * Opens it for reading beside whoever writes it. Where SQLite cannot make its shared memory file because the folder
     * cannot be written, the file is read as it stands, which is right if nothing waits in its {@code -wal}.
     */
    Connection openForReading() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(0);
        Connection plain = connect(config, "jdbc:sqlite:" + path);
        try {
            try (Statement statement = plain.createStatement()) {
                statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
            }
            return plain;
        } catch (SQLException e) {
            plain.close();
            if (reason(e) != Reason.READ_ONLY || size(beside("-wal")) > 0) throw e;
            return connect(config, "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?immutable=1");
        }
    }

    private Connection connect(SQLiteConfig config, String url) throws SQLException {
        SqliteLibrary.keepIn(path.toAbsolutePath().getParent());
        return config.createConnection(url);
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Moves it out of the way with what belongs to it, overwriting nothing; returns where it is now. */
    HistoryFile setAside() throws IOException {
        Path aside = beside(".damaged");
        for (int n = 2; Files.exists(aside); n++) aside = beside(".damaged-" + n);
        HistoryFile moved = new HistoryFile(aside);
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        for (String suffix : new String[] {"-wal", "-shm"})
            if (Files.exists(beside(suffix)))
                Files.move(beside(suffix), moved.beside(suffix), StandardCopyOption.ATOMIC_MOVE);
        return moved;
    }

    /** Says in a sentence what an error of the database means. */
    HistoryException failed(SQLException e) {
        Reason reason = reason(e);
        String what = switch (reason) {
            case DAMAGED -> "The history file %s is damaged";
            case LOCKED -> "Another program holds the history file %s";
            case READ_ONLY -> "The history file %s cannot be written";
            case FULL -> "There is no room left for the history file %s";
            case NEWER, OTHER -> "The history file %s cannot be used (" + inOneLine(e.getMessage()) + ")";
        };
        return new HistoryException(
                reason, what.formatted(path) + ", so what is said from now on is kept only until you leave.", e);
    }

    /** For a file that this program does not understand. */
    HistoryException newer(int schema) {
        return new HistoryException(
                Reason.NEWER,
                "A newer Parley has written the history file %s (schema %d), so it is left as it is and what is said now is kept only until you leave: update this one."
                        .formatted(path, schema),
                null);
    }

    private static Reason reason(SQLException e) {
        if (!(e instanceof SQLiteException failure)) return Reason.OTHER;
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff);
        return switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Reason.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> Reason.LOCKED;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> Reason.READ_ONLY;
            case SQLITE_FULL -> Reason.FULL;
            default -> Reason.OTHER;
        };
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("%", "%%");
    }
}
