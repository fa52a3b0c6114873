package dev.parley.console.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What a setting may be. Immutable. */
public final class SettingValues {
    /** So many numbers are offered one by one. */
    private static final int MOST_OFFERED = 20;

    private final List<String> offered;
    private final Consumer<String> check;

    private SettingValues(List<String> offered, Consumer<String> check) {
        this.offered = List.copyOf(offered);
        this.check = check;
    }

    /** One of these words. */
    public static SettingValues words(String... words) {
        List<String> all = List.of(words);
        return new SettingValues(all, value -> {
            if (!all.contains(value)) throw new IllegalArgumentException("it is one of " + String.join(", ", all));
        });
    }

    /** A whole number in this range. */
    public static SettingValues numbers(int least, int most) {
        List<String> offered = most - least < MOST_OFFERED
                ? IntStream.rangeClosed(least, most).mapToObj(Integer::toString).toList()
                : List.of();
        return new SettingValues(offered, value -> {
            long number = value.matches("\\d{1,9}") ? Long.parseLong(value) : -1;
            if (number < least || number > most)
                throw new IllegalArgumentException("it is a number from %d to %d".formatted(least, most));
        });
    }

    /**
     * Whatever passes.
     *
     * @param check throws an {@link IllegalArgumentException} with one sentence if not
     */
    public static SettingValues checked(Consumer<String> check) {
        return new SettingValues(List.of(), check);
    }

    /** What completion offers. */
    public List<String> offered() {
        return offered;
    }

    /** Why this cannot be it, as the end of a sentence; empty if it can. */
    public Optional<String> objection(String value) {
        try {
            check.accept(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage().replaceFirst("\\.$", ""));
        }
    }
}
