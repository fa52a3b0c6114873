package dev.parley.desktop.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent, to be sent again: a walk back through it and forth to what was being typed. JavaFX thread. */
final class SentTexts {
    private static final int MOST = 500;
    private final List<String> texts = new ArrayList<>();
    private String draft = "";
    private int position;

    void add(String text) {
        if (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text)) texts.add(text);
        if (texts.size() > MOST) texts.remove(0);
        position = texts.size();
    }

    /** Whether this is what the walk has come to, not changed since. */
    boolean isAt(String shown) {
        return position < texts.size() && texts.get(position).equals(shown);
    }

    Optional<String> older(String shown) {
        if (!isAt(shown)) {
            draft = shown;
            position = texts.size();
        }
        if (position == 0) return Optional.empty();
        position--;
        return Optional.of(texts.get(position));
    }

    Optional<String> newer(String shown) {
        if (!isAt(shown)) return Optional.empty();
        position++;
        return Optional.of(position < texts.size() ? texts.get(position) : draft);
    }
}
