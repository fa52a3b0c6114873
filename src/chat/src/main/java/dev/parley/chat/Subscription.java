package dev.parley.chat;

/** An open subscription; closing it ends the events. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
