package dev.parley.chat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that are there while they have something to do and a moment more, so that a peer at rest has few. */
final class OnDemandThread {
    private static final int IDLE_MILLIS = 250;

    private OnDemandThread() {}

    /** One daemon thread of that name, which does one piece of work after the other. */
    static ThreadPoolExecutor named(String name) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, IDLE_MILLIS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
