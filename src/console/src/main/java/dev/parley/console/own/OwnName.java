package dev.parley.console.own;

import java.util.regex.Pattern;

/** What a user's command may be called. */
final class OwnName {
    /** Nothing that begins like an option, a variable, a comment, a path or a quote. */
    private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:+-]{0,63}");

    private OwnName() {}

    static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }
}
