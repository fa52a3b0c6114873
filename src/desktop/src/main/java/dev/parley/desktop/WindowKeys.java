package dev.parley.desktop;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** Which keys of which keyboards stand for which shortcut. JavaFX thread. */
final class WindowKeys {
    private static final Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

    private final Map<Shortcut, List<KeyCombination>> keys = new EnumMap<>(Shortcut.class);

    WindowKeys() {
        put(Shortcut.FIND, KeyCode.F, SHORTCUT);
        put(Shortcut.CONSOLE, KeyCode.BACK_QUOTE, SHORTCUT);
        put(Shortcut.CONSOLE, KeyCode.DEAD_GRAVE, SHORTCUT);
        put(Shortcut.MAXIMIZE_CONSOLE, KeyCode.BACK_QUOTE, SHORTCUT, SHIFT);
        put(Shortcut.MAXIMIZE_CONSOLE, KeyCode.DEAD_GRAVE, SHORTCUT, SHIFT);
        put(Shortcut.CLEAR_CONSOLE, KeyCode.L, SHORTCUT);
        put(Shortcut.MEMBERS, KeyCode.B, SHORTCUT);
        put(Shortcut.NEXT_REGION, KeyCode.F6);
        put(Shortcut.PREVIOUS_REGION, KeyCode.F6, SHIFT);
        put(Shortcut.PREFERENCES, KeyCode.COMMA, SHORTCUT);
        put(Shortcut.LARGER_TEXT, KeyCode.PLUS, SHORTCUT, KeyCombination.SHIFT_ANY);
        put(Shortcut.LARGER_TEXT, KeyCode.EQUALS, SHORTCUT, KeyCombination.SHIFT_ANY);
        put(Shortcut.LARGER_TEXT, KeyCode.ADD, SHORTCUT);
        put(Shortcut.SMALLER_TEXT, KeyCode.MINUS, SHORTCUT);
        put(Shortcut.SMALLER_TEXT, KeyCode.SUBTRACT, SHORTCUT);
        put(Shortcut.USUAL_TEXT, KeyCode.DIGIT0, SHORTCUT);
        put(Shortcut.USUAL_TEXT, KeyCode.NUMPAD0, SHORTCUT);
        put(Shortcut.MENU, KeyCode.F10);
        put(Shortcut.QUIT, KeyCode.Q, SHORTCUT);
    }

    private void put(Shortcut shortcut, KeyCode code, Modifier... modifiers) {
        KeyCombination added = new KeyCodeCombination(code, modifiers);
        keys.merge(
                shortcut,
                List.of(added),
                (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
    }

    /** The usual keys for it. */
    KeyCombination of(Shortcut shortcut) {
        return keys.get(shortcut).get(0);
    }

    /** What these keys stand for, if anything. */
    Optional<Shortcut> meant(KeyEvent event) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(combination -> combination.match(event)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
