package dev.parley.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What has happened to this peer and its group, with times and causes: the latest {@value #KEPT} events. Any thread; each is
 * also told to the faces, in the same order.
 */
public final class Timeline {
    /** How many events are kept; of more, the oldest go. */
    public static final int KEPT = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final SessionLoop loop;
    private final Faces faces;
    private final InstantSource clock;

    Timeline(SessionLoop loop, Faces faces, InstantSource clock) {
        this.loop = loop;
        this.faces = faces;
        this.clock = clock;
    }

    /**
     * One event.
     *
     * @param kind what it is about, one word: {@code view}, {@code merge}, {@code suspicion}, {@code fault}, {@code stack},
     *     {@code service}, {@code order}; more may follow
     * @param text what happened and why, one line
     * @param details the same as data: texts, numbers, truth values, nulls, lists and maps by key
     */
    public record Entry(Instant time, String kind, String text, Map<String, Object> details) {
        public Entry {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }
    }

    /** Adds what has happened just now; see {@link Entry}. */
    public void add(String kind, String text, Map<String, Object> details) {
        Entry entry = new Entry(clock.instant(), kind, text, details);
        synchronized (entries) {
            entries.addLast(entry);
            if (entries.size() > KEPT) entries.removeFirst();
            loop.post(() -> faces.tell(new SessionEvent.EventNoted(entry)));
        }
    }

    /** The latest {@code n}, oldest first. */
    public List<Entry> latest(int n) {
        synchronized (entries) {
            List<Entry> all = new ArrayList<>(entries);
            return List.copyOf(all.subList(Math.max(0, all.size() - n), all.size()));
        }
    }
}
