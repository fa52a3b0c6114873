package dev.parley.chat;

import dev.parley.chat.HistoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Where the logs of a peer's rooms are: opens them, whatever has become of their files. Confined to the session thread. */
final class HistoryShelf {
    private static final Logger LOG = LogManager.getLogger();

    private final Path folder;
    private final HistorySettings settings;
    private final Consumer<String> complaint;

    /**
     * Touches nothing yet.
     *
     * @param folder where the files are, made if it is not there
     * @param complaint told in a sentence for the user, once a room, if a log cannot be kept as it should
     */
    HistoryShelf(Path folder, HistorySettings settings, Consumer<String> complaint) {
        this.folder = folder;
        this.settings = settings;
        this.complaint = complaint;
    }

    /** The log of a room; in memory if no file can be had or is wanted. */
    HistoryStore open(RoomName room) {
        if (!settings.kept()) return new MemoryHistoryStore();
        HistoryFile file = new HistoryFile(folder.resolve(FileNames.of(room) + ".db"));
        try {
            Files.createDirectories(folder);
            return JournaledHistoryStore.open(file, settings.megabytes());
        } catch (HistoryException e) {
            LOG.warn("the history of {}", room, e);
            return e.reason() == Reason.DAMAGED ? beginAnew(file, e) : asFarAsReadable(file, e);
        } catch (IOException e) {
            LOG.warn("the history of {}", room, e);
            complaint.accept("The folder " + folder
                    + " cannot be made, so what is said from now on is kept only until you leave.");
            return new MemoryHistoryStore();
        }
    }

    private HistoryStore beginAnew(HistoryFile file, HistoryException damage) {
        try {
            HistoryFile aside = file.setAside();
            HistoryStore fresh = JournaledHistoryStore.open(file, settings.megabytes());
            complaint.accept("The history file %s was damaged and is now %s; a new one has begun."
                    .formatted(file.path(), aside.path()));
            return fresh;
        } catch (IOException | HistoryException e) {
            LOG.warn("no new history file", e);
            complaint.accept(damage.getMessage());
            return new MemoryHistoryStore();
        }
    }

    private HistoryStore asFarAsReadable(HistoryFile file, HistoryException failure) {
        complaint.accept(failure.getMessage());
        MemoryHistoryStore memory = new MemoryHistoryStore();
        if (failure.reason() == Reason.NEWER) return memory;
        try {
            return new LayeredHistoryStore(SqliteHistoryStore.openForReading(file), memory);
        } catch (HistoryException e) {
            LOG.warn("nothing of {} can be read", file.path(), e);
            return memory;
        }
    }
}
