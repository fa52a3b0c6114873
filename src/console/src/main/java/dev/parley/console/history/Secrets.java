package dev.parley.console.history;

import java.util.regex.Pattern;

/** Finds out whether a line may carry a key, a token or a password, which no file should keep. */
final class Secrets {
    private static final Pattern SIGN = Pattern.compile("(?i)(-{1,2}(key|token|password|secret)\\b"
            + "|\\b[\\w.-]*(key|token|password|passwd|secret|credential)s?\\s*[=:]\\s*\\S"
            + "|^\\s*/?set\\s+\\S*(key|token|password|secret)\\S*\\s+\\S"
            + "|\\bbearer\\s+\\S"
            + "|://[^/\\s@:]*:[^/\\s@]+@"
            + "|-----BEGIN )");

    private Secrets() {}

    static boolean mayBeIn(String line) {
        return SIGN.matcher(line).find();
    }
}
