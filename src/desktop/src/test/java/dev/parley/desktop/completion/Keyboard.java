package dev.parley.desktop.completion;

import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard plugged into one node, whichever window has the focus. JavaFX thread. */
public final class Keyboard {
    private final Node node;

    public Keyboard(Node node) {
        this.node = node;
    }

    /** Types letters as a person does, each with its own events. */
    public void type(String text) {
        text.chars().forEach(letter -> {
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.UNDEFINED, List.of());
            fire(KeyEvent.KEY_TYPED, Character.toString(letter), KeyCode.UNDEFINED, List.of());
        });
    }

    /** Presses a key with these held. */
    public void press(KeyCode code, KeyCode... held) {
        fire(KeyEvent.KEY_PRESSED, "", code, Arrays.asList(held));
        fire(KeyEvent.KEY_RELEASED, "", code, Arrays.asList(held));
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String letter, KeyCode code, List<KeyCode> held) {
        Event.fireEvent(
                node,
                new KeyEvent(
                        type,
                        letter.isEmpty() ? KeyEvent.CHAR_UNDEFINED : letter,
                        letter,
                        code,
                        held.contains(KeyCode.SHIFT),
                        held.contains(KeyCode.CONTROL),
                        held.contains(KeyCode.ALT),
                        held.contains(KeyCode.META)));
    }
}
