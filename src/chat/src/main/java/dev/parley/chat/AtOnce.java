package dev.parley.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks many at once what takes a while for each. Any thread that may wait. */
final class AtOnce {
    private static final int MOST_THREADS = 16;

    private AtOnce() {}

    /** The answers, in the order of those asked; fewer if the caller is interrupted. */
    static <T, R> List<R> ask(Collection<T> all, Function<T, R> question) {
        if (all.isEmpty()) return List.of();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(all.size(), MOST_THREADS), work -> {
            Thread thread = new Thread(work, "parley-asking");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> questions = new ArrayList<>();
            for (T one : all) questions.add(threads.submit(() -> question.apply(one)));
            return answers(questions);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> List<R> answers(List<Future<R>> questions) {
        List<R> answers = new ArrayList<>();
        try {
            for (Future<R> asked : questions) answers.add(asked.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return answers;
    }
}
