package dev.parley.terminal;

import dev.parley.chat.SessionListener;
import dev.parley.console.CommandResult;
import dev.parley.console.ResultListener;

/** Where everything goes that a face shows. Called from one thread. */
interface Output extends SessionListener, ResultListener {
    void resultGiven(CommandResult result);

    @Override
    default void scriptLineEnded(CommandResult result) {
        resultGiven(result);
    }

    /** Whether messages may be left out when more wait than anybody could read. */
    default boolean mayMiss() {
        return false;
    }

    /** Whether something is held back until {@link #idle}. */
    default boolean isHolding() {
        return false;
    }

    /** Nothing has come for a moment. */
    default void idle() {}

    /** Everything that has come so far has been given: what is still in a buffer goes out. */
    default void flush() {}
}
