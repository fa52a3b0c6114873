package dev.parley.desktop.log;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the log asks others to do. All are called on the JavaFX thread.
 *
 * @param openLink opens an address outside
 * @param copy puts a text on the clipboard
 * @param reply prepares a message to the member of this name
 * @param tell prepares a private message to the member of this name
 * @param invitation what people who shall come have to type
 */
public record LogActions(
        Consumer<String> openLink,
        Consumer<String> copy,
        Consumer<String> reply,
        Consumer<String> tell,
        Supplier<Invitation> invitation) {}
