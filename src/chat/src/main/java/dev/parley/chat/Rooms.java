package dev.parley.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The rooms of this session and their logs; one is entered at a time. Confined to the session thread. */
final class Rooms {
    private static final Logger LOG = LogManager.getLogger();

    private final Path folder;
    private final MessageDesk desk;
    private final SessionParts parts;
    private final Map<RoomName, Transcript> transcripts = new HashMap<>();
    private Optional<RoomTalk> current = Optional.empty();

    /** @param folder where the logs are kept, made if it is not there */
    Rooms(Path folder, MessageDesk desk, SessionParts parts) {
        this.folder = folder;
        this.desk = desk;
        this.parts = parts;
    }

    RoomTalk enter(RoomName room) {
        leave();
        RoomTalk talk = new RoomTalk(room, transcripts.computeIfAbsent(room, this::open), desk, parts);
        current = Optional.of(talk);
        return talk;
    }

    void leave() {
        current.ifPresent(RoomTalk::close);
        current = Optional.empty();
    }

    private Transcript open(RoomName room) {
        try {
            Files.createDirectories(folder);
            return transcript(new SqliteHistoryStore(folder.resolve(FileNames.of(room) + ".db")));
        } catch (IOException | HistoryException e) {
            LOG.warn("the history of {}", room, e);
            complain(
                    e instanceof HistoryException
                            ? e.getMessage()
                            : "The folder " + folder
                                    + " cannot be made; what is said now is kept only until you leave.");
            return inMemory();
        }
    }

    private Transcript transcript(HistoryStore store) throws HistoryException {
        return new Transcript(store, this::complain);
    }

    private Transcript inMemory() {
        try {
            return transcript(new MemoryHistoryStore());
        } catch (HistoryException e) {
            throw new IllegalStateException(e);
        }
    }

    private void complain(String sentence) {
        parts.faces().tell(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, sentence));
    }

    /** The log of the room last entered, read whether it is still entered or not. */
    void close() {
        leave();
        transcripts.values().forEach(Transcript::close);
        transcripts.clear();
    }
}
