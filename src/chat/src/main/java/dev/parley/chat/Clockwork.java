package dev.parley.chat;

import java.time.Duration;

/** The one thread that the upkeep works on, and its clock. */
interface Clockwork extends AutoCloseable {
    /** Has it done as soon as what waits before it is done; any thread, does not block. */
    void soon(Runnable work);

    /** Has it done after a while. */
    void later(Duration delay, Runnable work);

    long nanoTime();

    /** A random length, this one at most. */
    Duration upTo(Duration most);

    @Override
    void close();
}
