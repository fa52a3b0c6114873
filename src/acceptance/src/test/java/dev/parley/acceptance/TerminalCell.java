package dev.parley.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * One character of a terminal's screen.
 *
 * @param columns 2 for wide ones
 */
record TerminalCell(String text, int columns, TerminalStyle style) {
    private static final char ESCAPE = '\u001b';
    private static final int FIRST_EMOJI = 0x1f300;

    /** The lines of a screen, of which a style lasts until the next one, also over the end of a line. */
    static List<List<TerminalCell>> linesOf(String screen) {
        List<List<TerminalCell>> lines = new ArrayList<>();
        TerminalStyle style = TerminalStyle.PLAIN;
        for (String line : screen.lines().toList()) {
            List<TerminalCell> cells = new ArrayList<>();
            int at = 0;
            while (at < line.length()) {
                if (line.charAt(at) == ESCAPE) {
                    int end = line.indexOf('m', at);
                    style = style.after(line.substring(at + 2, end));
                    at = end + 1;
                } else {
                    int character = line.codePointAt(at);
                    cells.add(new TerminalCell(Character.toString(character), character < FIRST_EMOJI ? 1 : 2, style));
                    at += Character.charCount(character);
                }
            }
            lines.add(cells);
        }
        return lines;
    }
}
