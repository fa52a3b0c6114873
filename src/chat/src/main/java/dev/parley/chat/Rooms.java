package dev.parley.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rooms of this session and their logs; one is entered at a time. Confined to the session thread. */
final class Rooms {
    /** Between two steps of bringing a log down to its size; a step takes about 20 ms. */
    private static final Duration PRUNING = Duration.ofMillis(100);

    private final HistoryShelf shelf;
    private final MessageDesk desk;
    private final SessionParts parts;
    private final Map<RoomName, Transcript> transcripts = new HashMap<>();
    private Optional<RoomTalk> current = Optional.empty();

    Rooms(HistoryShelf shelf, MessageDesk desk, SessionParts parts) {
        this.shelf = shelf;
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
        Transcript transcript = new Transcript(shelf.open(room), this::complain);
        parts.loop().after(PRUNING, () -> prune(transcript));
        return transcript;
    }

    /** Brings a log that was allowed to be larger down to its size, step by step between other work. */
    private void prune(Transcript transcript) {
        if (transcripts.containsValue(transcript) && transcript.prune())
            parts.loop().after(PRUNING, () -> prune(transcript));
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
