package dev.parley.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers what other threads give and hands it to the JavaFX thread in one batch, in the order given. However much comes,
 * only one hop is under way at a time: a hop for each message freezes a window at a few thousand messages a second.
 */
public final class PulseQueue<T> {
    private final FxThread fxThread;
    private final Consumer<List<T>> receiver;
    private final Object lock = new Object();
    private List<T> waiting = new ArrayList<>();

    /** @param receiver called on the JavaFX thread, never with an empty list */
    public PulseQueue(FxThread fxThread, Consumer<List<T>> receiver) {
        this.fxThread = fxThread;
        this.receiver = receiver;
    }

    /** Any thread; never blocks for long. */
    public void add(T item) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.add(item);
        }
        if (first) fxThread.later(this::deliver);
    }

    private void deliver() {
        List<T> batch;
        synchronized (lock) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
