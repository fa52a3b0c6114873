package dev.parley.desktop.status;

import dev.parley.desktop.theme.Icon;
import java.util.List;

/**
 * Something that needs attention, with what can be done about it.
 *
 * @param cause what is the matter, in a few words
 * @param detail what more there is to say, or an empty text
 * @param actions at most two
 */
public record Notice(Kind kind, String cause, String detail, List<Action> actions) {
    private static final int MOST_ACTIONS = 2;

    /** What it is about: a new notice takes the place of an older one of its kind. */
    public enum Kind {
        /** Nobody else is in the room. */
        ALONE,
        /** Something that the session warns of. */
        WARNING,
        /** Something that has gone wrong in the window. */
        TROUBLE
    }

    public Notice {
        actions = List.copyOf(actions);
        if (actions.size() > MOST_ACTIONS)
            throw new IllegalArgumentException("A notice has at most two actions: " + cause);
    }

    /**
     * A button.
     *
     * @param run what it does, on the JavaFX thread
     */
    public record Action(String label, Icon.Shape icon, boolean enabled, Runnable run) {}

    /** A warning: its first sentence is the cause. */
    public static Notice warning(String text) {
        int end = text.indexOf(". ");
        return end < 0
                ? new Notice(Kind.WARNING, text, "", List.of())
                : new Notice(Kind.WARNING, text.substring(0, end + 1), text.substring(end + 2), List.of());
    }
}
