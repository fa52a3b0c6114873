package dev.parley.acceptance;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws what a terminal shows, from the lines and escape sequences that tmux gives of it. */
final class TerminalPicture {
    static final int COLUMNS = 112;
    static final int LINES = 32;
    private static final int MARGIN = 20;
    private static final float POINTS = 18;
    private static final int LINE_HEIGHT = (VirtualDisplay.HEIGHT - 2 * MARGIN) / LINES;

    private static final Path FONTS = Program.root().resolve("src/desktop/src/main/resources/dev/parley/desktop/fonts");

    private final Font regular = font("JetBrainsMono_400Regular.ttf");
    private final Font bold = font("JetBrainsMono_700Bold.ttf");
    private final Font emoji = font("NotoEmoji_400Regular.ttf");

    /** @param screen as {@link Tmux#colouredScreen} gives it */
    BufferedImage of(String screen) {
        BufferedImage image =
                new BufferedImage(VirtualDisplay.WIDTH, VirtualDisplay.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(TerminalStyle.BACKGROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        int line = 0;
        for (List<TerminalCell> cells : TerminalCell.linesOf(screen)) draw(graphics, cells, line++);
        graphics.dispose();
        return image;
    }

    private void draw(Graphics2D graphics, List<TerminalCell> cells, int line) {
        double width =
                graphics.getFontMetrics(regular).getStringBounds("m", graphics).getWidth();
        int top = MARGIN + line * LINE_HEIGHT;
        double left = MARGIN;
        for (TerminalCell cell : cells) {
            double right = left + cell.columns() * width;
            fill(graphics, cell.style().background(), left, right, top);
            graphics.setColor(cell.style().foreground());
            graphics.setFont(fontOf(cell));
            graphics.drawString(cell.text(), (float) left, top + POINTS);
            left = right;
        }
    }

    private static void fill(Graphics2D graphics, Color colour, double left, double right, int top) {
        if (colour.equals(TerminalStyle.BACKGROUND)) return;
        graphics.setColor(colour);
        graphics.fillRect((int) left, top, (int) (right - left + 1), LINE_HEIGHT);
    }

    private Font fontOf(TerminalCell cell) {
        Font usual = cell.style().bold() ? bold : regular;
        return usual.canDisplayUpTo(cell.text()) == -1 ? usual : emoji;
    }

    private static Font font(String file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, FONTS.resolve(file).toFile())
                    .deriveFont(POINTS);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + file + " cannot be read", e);
        }
    }
}
