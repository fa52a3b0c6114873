package dev.parley.terminal;

import java.util.Map;

/** Colours for a terminal that shows them; without, every text stays as it is. Colour is never the only sign. */
public enum Palette {
    PLAIN,
    COLOURED;

    /** ANSI foregrounds that can be read on a dark and on a light background. */
    private static final int[] MEMBER_COLOURS = {32, 33, 34, 35, 36, 92, 94, 95, 96};

    private static final String RESET = "\u001B[0m";

    /**
     * Colours on a terminal, unless the user does not want them (see https://no-color.org).
     *
     * @param terminal whether it is a terminal at all
     * @param refused whether an option says no
     */
    public static Palette choose(boolean terminal, boolean refused, Map<String, String> environment) {
        boolean refusedByEnvironment = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && !refused && !refusedByEnvironment && !dumb ? COLOURED : PLAIN;
    }

    /** In this member's colour, the same everywhere and always. */
    String member(String name, String text) {
        return coloured(MEMBER_COLOURS[Math.floorMod(name.hashCode(), MEMBER_COLOURS.length)], text);
    }

    /** What the program says about the room. */
    String aside(String text) {
        return coloured(2, text);
    }

    String warning(String text) {
        return coloured(33, text);
    }

    String error(String text) {
        return coloured(31, text);
    }

    private String coloured(int code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
