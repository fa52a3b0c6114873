package dev.parley.desktop;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** What the keys of the whole window do, by the names that menu and help show. */
enum Shortcut {
    FIND("Find", "Ctrl F"),
    CONSOLE("Console", "Ctrl `"),
    MAXIMIZE_CONSOLE("Maximize console", "Ctrl Shift `"),
    CLEAR_CONSOLE("Clear console", "Ctrl L"),
    MEMBERS("Members", "Ctrl B"),
    NEXT_REGION("Next region", "F6"),
    PREVIOUS_REGION("Previous region", "Shift F6"),
    PREFERENCES("Preferences", "Ctrl ,"),
    LARGER_TEXT("Larger text", "Ctrl +"),
    SMALLER_TEXT("Smaller text", "Ctrl -"),
    USUAL_TEXT("Usual text size", "Ctrl 0"),
    MENU("Menu", "F10"),
    QUIT("Quit", "Ctrl Q");

    /** What single parts of the window do with keys, for the list that the user sees. */
    private static final List<Entry<String, String>> OF_PARTS = List.of(
            Map.entry("Send the message", "Enter"),
            Map.entry("New line in the message", "Shift Enter"),
            Map.entry("Earlier messages and commands", "Up"),
            Map.entry("Complete names and commands", "Tab"),
            Map.entry("Search the console's history", "Ctrl R"),
            Map.entry("Close the popup, the search, the card", "Esc"));

    private final String title;
    private final String keys;

    Shortcut(String title, String keys) {
        this.title = title;
        this.keys = System.getProperty("os.name").startsWith("Mac") ? keys.replace("Ctrl", "Cmd") : keys;
    }

    String title() {
        return title;
    }

    /** The keys, separated by spaces. */
    String keys() {
        return keys;
    }

    /** All that can be done with keys, and how. */
    static List<Entry<String, String>> list() {
        return Stream.concat(
                        OF_PARTS.stream(),
                        Stream.of(values()).map(shortcut -> Map.entry(shortcut.title, shortcut.keys)))
                .toList();
    }
}
