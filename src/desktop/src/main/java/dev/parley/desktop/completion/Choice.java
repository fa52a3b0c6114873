package dev.parley.desktop.completion;

/**
 * One possible word.
 *
 * @param value the word; it begins with what was typed, large or small letters, or comes near to it
 * @param insertion the text that takes the place of what was typed, quoted if need be
 * @param description what there is to say about it, may be empty
 * @param kind what it is, for example {@code member}
 * @param finished whether the word ends there; not so with a folder
 */
public record Choice(String value, String insertion, String description, String kind, boolean finished) {}
