package dev.parley.chat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * What an author has written under a key of the shared map, or that it has deleted the key. The greater of two entries of
 * one key holds; the order is total, so that all members decide alike.
 *
 * @param value empty if the key is deleted
 * @param name what the author called itself
 */
record MapEntry(String key, Optional<String> value, Stamp clock, UUID author, String name)
        implements Comparable<MapEntry> {
    private static final Comparator<MapEntry> ORDER = Comparator.comparing(MapEntry::clock)
            .thenComparing(entry -> entry.author().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(entry -> entry.author().getLeastSignificantBits(), Long::compareUnsigned)
            .thenComparing(MapEntry::key)
            .thenComparing(MapEntry::deleted)
            .thenComparing(entry -> entry.value().orElse(""))
            .thenComparing(MapEntry::name);

    /** @throws IllegalArgumentException with a sentence if key, value or name are none */
    MapEntry {
        checkKey(key);
        value.ifPresent(MapEntry::checkValue);
        Names.check("name", name);
    }

    boolean deleted() {
        return value.isEmpty();
    }

    static void checkKey(String key) {
        int bytes = bytes(key);
        if (bytes < 1 || bytes > SharedMap.MAX_KEY_BYTES || key.codePoints().anyMatch(MapEntry::refusedInKey))
            throw new IllegalArgumentException("A key has 1 to %d bytes and no control characters; choose another one."
                    .formatted(SharedMap.MAX_KEY_BYTES));
    }

    static void checkValue(String value) {
        int bytes = bytes(value);
        if (bytes > SharedMap.MAX_VALUE_BYTES)
            throw new IllegalArgumentException(
                    "The message has %,d bytes and the map takes at most %,d: shorten it, or say it with msg."
                            .formatted(bytes, SharedMap.MAX_VALUE_BYTES));
        if (value.codePoints().anyMatch(MapEntry::halfACharacter))
            throw new IllegalArgumentException("The message holds half a character; type it again.");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean refusedInKey(int character) {
        return Character.isISOControl(character) || halfACharacter(character);
    }

    /** A surrogate without its other half; it would not come back from its bytes. */
    private static boolean halfACharacter(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    @Override
    public int compareTo(MapEntry other) {
        return ORDER.compare(this, other);
    }
}
