package dev.parley.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a room's whole log page by page, however long it is. Used by one command thread, which may block; to be closed. */
public final class ChatLog implements AutoCloseable {
    private static final int PAGE = 1_000;

    private final SessionLoop loop;
    private final RoomTalk talk;
    private final LogReader reader;
    private Optional<LogPlace> last = Optional.empty();

    ChatLog(SessionLoop loop, RoomTalk talk, LogReader reader) {
        this.loop = loop;
        this.talk = talk;
        this.reader = reader;
    }

    /** The next messages, oldest first; none after the last. */
    public List<ChatMessage> next() throws SessionException {
        try {
            List<LogEntry> entries = reader.after(last, PAGE);
            if (!entries.isEmpty())
                last = Optional.of(entries.get(entries.size() - 1).place());
            return shown(entries);
        } catch (HistoryException e) {
            throw unreadable(e);
        }
    }

    /** The first {@code count} messages after a place, oldest first. */
    List<ChatMessage> after(LogPlace place, int count) throws SessionException {
        List<ChatMessage> found = new ArrayList<>();
        last = Optional.of(place);
        for (List<ChatMessage> page = next(); !page.isEmpty() && found.size() < count; page = next())
            found.addAll(page);
        return found.subList(0, Math.min(count, found.size()));
    }

    /** The last {@code count} messages before a place, or before the end, oldest first. */
    List<ChatMessage> before(Optional<LogPlace> place, int count) throws SessionException {
        try {
            Deque<List<ChatMessage>> pages = new ArrayDeque<>();
            Optional<LogPlace> first = place;
            for (int wanted = count; wanted > 0; wanted -= PAGE) {
                List<LogEntry> entries = reader.before(first, Math.min(PAGE, wanted));
                if (entries.isEmpty()) break;
                first = Optional.of(entries.get(0).place());
                pages.addFirst(shown(entries));
            }
            return pages.stream().flatMap(List::stream).toList();
        } catch (HistoryException e) {
            throw unreadable(e);
        }
    }

    List<ChatMessage> search(LogSearch search, int limit) throws SessionException {
        try {
            return shown(reader.search(search, limit));
        } catch (HistoryException e) {
            throw unreadable(e);
        }
    }

    private List<ChatMessage> shown(List<LogEntry> entries) throws SessionException {
        return entries.isEmpty() ? List.of() : loop.call(() -> talk.shown(entries));
    }

    private static SessionException unreadable(HistoryException e) {
        return new SessionException(
                "The history cannot be read completely: quit and start again, and Parley says what is wrong with its file.",
                e);
    }

    @Override
    public void close() {
        reader.close();
    }
}
