package dev.parley.desktop.theme;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which of the colours a member of the room has: always the same for one author, and another one than that of whoever was
 * there first, as long as there are enough. JavaFX thread.
 */
public final class SenderColours {
    /** How many colours the sheets have, as {@code sender-0} and so on. */
    public static final int COUNT = 10;

    private final Map<UUID, Integer> given = new HashMap<>();

    /** The style class that colours what this author is shown with. */
    public String styleClassOf(UUID author) {
        return "sender-" + indexOf(author);
    }

    private int indexOf(UUID author) {
        return given.computeIfAbsent(author, this::choose);
    }

    private int choose(UUID author) {
        int wanted = Math.floorMod(author.hashCode(), COUNT);
        for (int step = 0; step < COUNT; step++) {
            int index = (wanted + step) % COUNT;
            if (!given.containsValue(index)) return index;
        }
        return wanted;
    }
}
