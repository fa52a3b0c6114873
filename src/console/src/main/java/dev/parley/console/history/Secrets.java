package dev.parley.console.history;

import java.util.regex.Pattern;

/** Finds out whether a line may carry a key, a token or a password, which no file should keep. */
final class Secrets {
    private static final String NAME = "(key|token|password|passwd|secret|credential)s?";

    /** Files that hold secrets, as in {@code --key-file}, are none. */
    private static final Pattern SIGN = Pattern.compile("(?i)(-{1,2}" + NAME + "(?![\\w-])"
            + "|\\b[\\w.-]*" + NAME + "\\s*[=:]\\s*\\S"
            + "|(^|=|\\bfailure|\\boutput\\s+\\S+)\\s*/?set\\s+\\S*" + NAME + "\\S*\\s+\\S"
            + "|\\bbearer\\s+\\S"
            + "|://[^/\\s@]+@"
            + "|-----BEGIN )");

    private Secrets() {}

    static boolean mayBeIn(String line) {
        return SIGN.matcher(line).find();
    }
}
