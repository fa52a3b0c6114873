package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** A room's log in memory, with more of it at other members; answers at once, or when the test says so. JavaFX thread. */
final class KeptLog implements LogSource {
    private final List<ChatMessage> kept = new ArrayList<>();
    private final List<ChatMessage> elsewhere = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private String failing;
    private boolean slow;
    private int questions;

    /** Keeps these, in the order of the log. */
    void keep(List<ChatMessage> messages) {
        kept.addAll(messages);
        kept.sort(null);
    }

    /** Only others keep these. */
    void keepElsewhere(List<ChatMessage> messages) {
        elsewhere.addAll(messages);
    }

    /** From now on nothing is answered before {@link #answer}. */
    void answerLater() {
        slow = true;
    }

    /** Answers what has been asked so far. */
    void answer() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    /** Fails what has been asked so far. */
    void fail(String why) {
        failing = why;
        answer();
        failing = null;
    }

    int questions() {
        return questions;
    }

    private interface Reading {
        List<ChatMessage> read();
    }

    private CompletableFuture<List<ChatMessage>> ask(Reading reading) {
        questions++;
        CompletableFuture<List<ChatMessage>> answer = new CompletableFuture<>();
        Runnable answering = () -> {
            if (failing == null) answer.complete(List.copyOf(reading.read()));
            else answer.completeExceptionally(new IllegalStateException(failing));
        };
        if (slow) waiting.add(answering);
        else answering.run();
        return answer;
    }

    @Override
    public CompletableFuture<List<ChatMessage>> newest(int count) {
        return ask(() -> last(kept, count));
    }

    @Override
    public CompletableFuture<List<ChatMessage>> before(ChatMessage message, int count) {
        return ask(() -> {
            if (before(message).size() < count) {
                keep(elsewhere);
                elsewhere.clear();
            }
            return last(before(message), count);
        });
    }

    @Override
    public CompletableFuture<List<ChatMessage>> after(ChatMessage message, int count) {
        return ask(() -> first(behind(message), count));
    }

    @Override
    public CompletableFuture<List<ChatMessage>> around(ChatMessage message, int count) {
        return ask(() -> {
            List<ChatMessage> around = new ArrayList<>(last(before(message), count));
            around.add(message);
            around.addAll(first(behind(message), count));
            return around;
        });
    }

    @Override
    public CompletableFuture<List<ChatMessage>> search(SearchQuery query, int limit) {
        return ask(() -> last(
                kept.stream()
                        .filter(message -> query.words().stream()
                                .allMatch(word -> message.text()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(word.toLowerCase(Locale.ROOT))))
                        .toList(),
                limit));
    }

    private List<ChatMessage> before(ChatMessage message) {
        return kept.stream().filter(each -> each.compareTo(message) < 0).toList();
    }

    private List<ChatMessage> behind(ChatMessage message) {
        return kept.stream().filter(each -> each.compareTo(message) > 0).toList();
    }

    private static List<ChatMessage> first(List<ChatMessage> messages, int count) {
        return messages.subList(0, Math.min(count, messages.size()));
    }

    private static List<ChatMessage> last(List<ChatMessage> messages, int count) {
        return messages.subList(Math.max(0, messages.size() - count), messages.size());
    }
}
