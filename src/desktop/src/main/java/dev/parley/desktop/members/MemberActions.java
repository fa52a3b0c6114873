package dev.parley.desktop.members;

import java.util.function.Consumer;

/**
 * What can be done with a member. All are called on the JavaFX thread and must return at once.
 *
 * @param tell prepares a private message to the member of that shown name
 * @param mention puts the shown name into what is being written
 * @param ping measures the round trip to the member of that shown name, for all to see
 * @param copy puts a text into the clipboard
 */
public record MemberActions(
        Consumer<String> tell, Consumer<String> mention, Consumer<String> ping, Consumer<String> copy) {}
