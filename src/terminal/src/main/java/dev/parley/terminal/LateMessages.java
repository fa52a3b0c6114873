package dev.parley.terminal;

import dev.parley.chat.ChatMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Late messages that come in a flood, as after joining: the last ones, and how many there were before them. */
final class LateMessages {
    private static final int MOST_SHOWN = 10;
    private final Deque<ChatMessage> last = new ArrayDeque<>();
    private long notShown;

    void add(ChatMessage message) {
        last.addLast(message);
        if (last.size() <= MOST_SHOWN) return;
        last.removeFirst();
        notShown++;
    }

    boolean isHolding() {
        return !last.isEmpty();
    }

    long notShown() {
        return notShown;
    }

    /** Those to show, oldest first; forgets them. */
    List<ChatMessage> take() {
        List<ChatMessage> shown = last.stream().sorted().toList();
        last.clear();
        notShown = 0;
        return shown;
    }
}
