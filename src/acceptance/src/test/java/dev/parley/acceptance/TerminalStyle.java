package dev.parley.acceptance;

import java.awt.Color;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a terminal draws a character: what the codes of {@code ESC [ … m} say, on a dark background. */
record TerminalStyle(Color text, Color behind, boolean bold, boolean faint, boolean inverse) {
    static final Color BACKGROUND = new Color(0x15181d);
    private static final Color TEXT = new Color(0xe4e8ee);
    static final TerminalStyle PLAIN = new TerminalStyle(TEXT, BACKGROUND, false, false, false);

    /** Black, red, green, yellow, blue, magenta, cyan, white; then the bright ones. */
    private static final List<Color> COLOURS = Stream.of(
                    0x3a424e, 0xff8a8f, 0x5cc78d, 0xe5b454, 0x8fa8ff, 0xc39bf5, 0x4ecee5, 0xc3cad5, 0x8791a1, 0xffa9ad,
                    0x86dbac, 0xf2cd80, 0xb5c5ff, 0xd9bffa, 0x86e0f0, 0xffffff)
            .map(Color::new)
            .toList();

    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    Color foreground() {
        Color colour = inverse ? behind : text;
        return faint ? mixed(colour, inverse ? text : behind) : colour;
    }

    Color background() {
        return inverse ? text : behind;
    }

    /** @param codes such as {@code 1;38;5;75} */
    TerminalStyle after(String codes) {
        Deque<Integer> rest = new ArrayDeque<>();
        for (String code : codes.split(";", -1)) rest.add(code.isEmpty() ? 0 : Integer.parseInt(code));
        TerminalStyle style = this;
        while (!rest.isEmpty()) style = style.afterNext(rest);
        return style;
    }

    private TerminalStyle afterNext(Deque<Integer> codes) {
        int code = codes.remove();
        return switch (code) {
            case 0 -> PLAIN;
            case 1 -> new TerminalStyle(text, behind, true, faint, inverse);
            case 2 -> new TerminalStyle(text, behind, bold, true, inverse);
            case 7 -> new TerminalStyle(text, behind, bold, faint, true);
            case 22 -> new TerminalStyle(text, behind, false, false, inverse);
            case 27 -> new TerminalStyle(text, behind, bold, faint, false);
            case 38 -> withText(extended(codes));
            case 39 -> withText(TEXT);
            case 48 -> withBehind(extended(codes));
            case 49 -> withBehind(BACKGROUND);
            default -> afterColour(code);
        };
    }

    private TerminalStyle afterColour(int code) {
        if (code >= 30 && code <= 37) return withText(COLOURS.get(code - 30));
        if (code >= 90 && code <= 97) return withText(COLOURS.get(code - 90 + 8));
        if (code >= 40 && code <= 47) return withBehind(COLOURS.get(code - 40));
        if (code >= 100 && code <= 107) return withBehind(COLOURS.get(code - 100 + 8));
        return this;
    }

    private TerminalStyle withText(Color colour) {
        return new TerminalStyle(colour, behind, bold, faint, inverse);
    }

    private TerminalStyle withBehind(Color colour) {
        return new TerminalStyle(text, colour, bold, faint, inverse);
    }

    private static Color extended(Deque<Integer> codes) {
        if (codes.remove() == 2) return new Color(codes.remove(), codes.remove(), codes.remove());
        int index = codes.remove();
        if (index < 16) return COLOURS.get(index);
        if (index >= 232) return new Color((8 + 10 * (index - 232)) * 0x010101);
        int cube = index - 16;
        int[] parts = IntStream.of(cube / 36, cube / 6 % 6, cube % 6)
                .map(part -> STEPS[part])
                .toArray();
        return new Color(parts[0], parts[1], parts[2]);
    }

    private static Color mixed(Color one, Color other) {
        return new Color(
                (one.getRed() + other.getRed()) / 2,
                (one.getGreen() + other.getGreen()) / 2,
                (one.getBlue() + other.getBlue()) / 2);
    }
}
