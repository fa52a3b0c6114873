package dev.parley.terminal;

/** A line as people type it who come from other chat programs. */
final class TypedLine {
    private TypedLine() {}

    /** The command in it: a slash before it is not part of it. */
    static String command(String line) {
        return line.startsWith("/") ? line.substring(1) : line;
    }
}
