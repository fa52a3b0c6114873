package dev.parley.terminal;

import java.util.List;
import java.util.Set;

/** A line as people type it who come from other chat programs, or several that were pasted. */
final class TypedLine {
    private static final Set<String> OF_MANY_LINES = Set.of("java");

    private TypedLine() {}

    /** The command in it: a slash before it is not part of it. */
    static String command(String line) {
        return line.startsWith("/") ? line.substring(1) : line;
    }

    /** Whether it has several lines that may be commands of their own. */
    static boolean isMany(String text) {
        return lines(text).size() > 1
                && !OF_MANY_LINES.contains(command(text.strip()).split("\\s", 2)[0]);
    }

    /** Those of its lines that are not blank. */
    static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** All of it as one thing to say. */
    static String asMessage(String text) {
        String command = command(text.strip());
        return command.matches("(?s)(msg|me|tell)\\s.*") ? command : "msg " + text.strip();
    }

    /** Whether it is Java whose brackets are still open, so that it goes on in the next line. */
    static boolean isOpenJava(String text) {
        String command = command(text.stripLeading());
        if (!command.startsWith("java ")) return false;
        String code = command.replaceAll("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'|//[^\\n]*|(?s)/\\*.*?\\*/", "");
        int open = 0;
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            if ("({[".indexOf(character) >= 0) open++;
            if (")}]".indexOf(character) >= 0) open--;
        }
        return open > 0;
    }
}
