package dev.parley.lab;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What a peer has said so far, and who waits for what it will say. Written by the thread that reads the peer's output, read
 * by any.
 */
final class PeerLog {
    /** Objects kept of one peer; of more, the oldest go. */
    static final int KEPT_OBJECTS = 50_000;

    /** Written characters of the objects kept; of more, the oldest objects go. */
    static final int KEPT_CHARACTERS = 16_000_000;

    /** Of a result with more, such as a long history, only its sender and listeners get lines and rows. */
    static final int KEPT_RESULT = 500_000;

    private static final int KEPT_UNEXPECTED_LINES = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Kept> kept = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final Deque<Question> questions = new ArrayDeque<>();
    private final List<PeerListener> listeners = new ArrayList<>();
    private long characters;
    private long forgotten;
    private Optional<PeerOutput.State> state = Optional.empty();
    private Optional<PeerOutput.View> view = Optional.empty();
    private List<String> unanswered = List.of();
    private boolean ended;

    private record Kept(PeerOutput output, int characters) {}

    /** A command that was sent and has no answer yet. */
    private record Question(String command, CompletableFuture<PeerOutput.Result> answer) {}

    /** Registers a command that is about to be sent; answers come in the order of the questions. */
    CompletableFuture<PeerOutput.Result> ask(String command) {
        CompletableFuture<PeerOutput.Result> answer = new CompletableFuture<>();
        lock.lock();
        try {
            if (ended) answer.completeExceptionally(new LabException("The peer has ended, it cannot run: " + command));
            else questions.add(new Question(command, answer));
        } finally {
            lock.unlock();
        }
        return answer;
    }

    /**
     * Takes what was said next.
     *
     * @param written characters of its line
     */
    void add(PeerOutput output, int written) {
        Optional<Question> answered;
        lock.lock();
        try {
            keep(keepable(output, written));
            if (output instanceof PeerOutput.State newState) state = Optional.of(newState);
            if (output instanceof PeerOutput.View newView) view = Optional.of(newView);
            answered = output instanceof PeerOutput.Result result ? answeredBy(result) : Optional.empty();
            listeners.forEach(listener -> listener.heard(output));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        answered.ifPresent(question -> question.answer().complete((PeerOutput.Result) output));
    }

    /**
     * Tells a listener everything up to now and everything to come.
     *
     * @throws LabException if the first of it is forgotten already
     */
    void listen(PeerListener listener) {
        lock.lock();
        try {
            if (forgotten > 0 || unexpected.size() == KEPT_UNEXPECTED_LINES)
                throw new LabException("Too late to hear everything that the peer says: listen right after its start");
            unexpected.forEach(listener::unreadable);
            kept.forEach(one -> listener.heard(one.output()));
            if (ended) listener.ended(unanswered);
            else listeners.add(listener);
        } finally {
            lock.unlock();
        }
    }

    void addUnexpected(String line) {
        lock.lock();
        try {
            if (unexpected.size() < KEPT_UNEXPECTED_LINES) unexpected.add(line);
            listeners.forEach(listener -> listener.unreadable(line));
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come: whoever waits is told so. */
    void end() {
        List<Question> open;
        lock.lock();
        try {
            ended = true;
            open = List.copyOf(questions);
            questions.clear();
            changed.signalAll();
            unanswered = open.stream().map(Question::command).toList();
            listeners.forEach(listener -> listener.ended(unanswered));
        } finally {
            lock.unlock();
        }
        for (Question question : open)
            question.answer()
                    .completeExceptionally(new LabException("The peer ended without answering: " + question.command()));
    }

    List<PeerOutput> outputs() {
        return reading(() -> kept.stream().map(Kept::output).toList());
    }

    List<String> unexpected() {
        return reading(() -> List.copyOf(unexpected));
    }

    Optional<PeerOutput.State> state() {
        return reading(() -> state);
    }

    Optional<PeerOutput.View> view() {
        return reading(() -> view);
    }

    /** Waits until the latest state is like that. Empty if the time ran out or the peer ended before. */
    Optional<PeerOutput.State> awaitState(Predicate<PeerOutput.State> wanted, Duration timeout) {
        return await(timeout, () -> state.filter(wanted));
    }

    /** Waits until the latest view is like that. Empty if the time ran out or the peer ended before. */
    Optional<PeerOutput.View> awaitView(Predicate<PeerOutput.View> wanted, Duration timeout) {
        return await(timeout, () -> view.filter(wanted));
    }

    /** The first object like that among those kept and those to come. Empty if the time ran out or the peer ended before. */
    <T extends PeerOutput> Optional<T> await(Class<T> type, Predicate<? super T> wanted, Duration timeout) {
        return await(timeout, new Search<>(type, wanted));
    }

    private <T> Optional<T> await(Duration timeout, Look<T> look) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<T> found = look.look();
                if (found.isPresent() || ended || left <= 0) return found;
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("Interrupted while waiting for a peer", e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T reading(Reading<T> reading) {
        lock.lock();
        try {
            return reading.read();
        } finally {
            lock.unlock();
        }
    }

    /** Results of lines inside a script file, or of scripts given at the start, answer nobody's question. */
    private Optional<Question> answeredBy(PeerOutput.Result result) {
        Question next = questions.peek();
        return next != null && next.command().equals(result.command())
                ? Optional.ofNullable(questions.poll())
                : Optional.empty();
    }

    private static Kept keepable(PeerOutput output, int written) {
        return output instanceof PeerOutput.Result result && written > KEPT_RESULT
                ? new Kept(
                        new PeerOutput.Result(result.command(), result.ok(), List.of(), List.of(), result.error()),
                        result.command().length())
                : new Kept(output, written);
    }

    private void keep(Kept one) {
        kept.add(one);
        characters += one.characters();
        if (kept.size() > 2 * KEPT_OBJECTS || characters > 2 * KEPT_CHARACTERS) forgetOldest();
    }

    private void forgetOldest() {
        int gone = 0;
        while (kept.size() - gone > KEPT_OBJECTS || characters > KEPT_CHARACTERS)
            characters -= kept.get(gone++).characters();
        kept.subList(0, gone).clear();
        forgotten += gone;
    }

    private interface Reading<T> {
        T read();
    }

    private interface Look<T> {
        Optional<T> look();
    }

    /** Looks at each object once. Guarded by the lock. */
    private final class Search<T extends PeerOutput> implements Look<T> {
        private final Class<T> type;
        private final Predicate<? super T> wanted;
        private long next;

        private Search(Class<T> type, Predicate<? super T> wanted) {
            this.type = type;
            this.wanted = wanted;
        }

        @Override
        public Optional<T> look() {
            for (next = Math.max(next, forgotten); next < forgotten + kept.size(); next++) {
                PeerOutput output = kept.get((int) (next - forgotten)).output();
                if (type.isInstance(output) && wanted.test(type.cast(output))) return Optional.of(type.cast(output));
            }
            return Optional.empty();
        }
    }
}
