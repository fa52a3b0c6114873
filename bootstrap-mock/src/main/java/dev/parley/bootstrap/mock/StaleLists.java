package dev.parley.bootstrap.mock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What the service answered when, for showing it again later. Holds the last answers of the rooms asked for first. Any thread. */
final class StaleLists {
    private static final int MAX_ROOMS = 100;
    private static final int MAX_ANSWERS_A_ROOM = 1_000;

    private final LongSupplier nanoTime;
    private final Map<String, Deque<Answer>> rooms = new HashMap<>();

    StaleLists(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Answer(long nanos, String body) {}

    /** An answer of now; one that says the same as the one before is not kept. */
    synchronized void remember(String room, String body) {
        if (!rooms.containsKey(room) && rooms.size() >= MAX_ROOMS) return;
        Deque<Answer> answers = rooms.computeIfAbsent(room, key -> new ArrayDeque<>());
        if (!answers.isEmpty() && answers.getLast().body().equals(body)) return;
        answers.addLast(new Answer(nanoTime.getAsLong(), body));
        if (answers.size() > MAX_ANSWERS_A_ROOM) answers.removeFirst();
    }

    /**
     * The answer of so long ago; the oldest one if none is that old.
     *
     * @param otherwise what to show if nothing has been remembered of the room
     */
    synchronized String list(String room, int secondsAgo, String otherwise) {
        long then = nanoTime.getAsLong() - TimeUnit.SECONDS.toNanos(secondsAgo);
        Deque<Answer> answers = rooms.getOrDefault(room, new ArrayDeque<>());
        String body = answers.isEmpty() ? otherwise : answers.getFirst().body();
        for (Answer answer : answers) if (answer.nanos() - then <= 0) body = answer.body();
        return body;
    }
}
