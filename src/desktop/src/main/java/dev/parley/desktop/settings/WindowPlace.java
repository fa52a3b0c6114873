package dev.parley.desktop.settings;

import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where the window is when it is not maximized, in pixels of the whole desktop.
 *
 * @param maximized whether it fills its screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    public static final double MIN_WIDTH = 760;
    public static final double MIN_HEIGHT = 480;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;

    /** So much of the title bar must be on a screen that it can be taken hold of. */
    private static final double GRIP = 80;

    /** The place of a window that was never anywhere: the middle of the first screen. */
    public static WindowPlace usual(List<Rectangle2D> screens) {
        return centred(USUAL_WIDTH, USUAL_HEIGHT, false, screens);
    }

    /** This place if the window can be seen and moved there, else the middle of the first screen. */
    public WindowPlace on(List<Rectangle2D> screens) {
        return screens.stream().anyMatch(this::canBeTakenHoldOf) ? fitting(screens) : centred(screens);
    }

    private boolean canBeTakenHoldOf(Rectangle2D screen) {
        double visible = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        return visible >= GRIP && y >= screen.getMinY() && y <= screen.getMaxY() - GRIP;
    }

    private WindowPlace fitting(List<Rectangle2D> screens) {
        double widest =
                screens.stream().mapToDouble(Rectangle2D::getWidth).max().orElse(width);
        double highest =
                screens.stream().mapToDouble(Rectangle2D::getHeight).max().orElse(height);
        return width <= widest && height <= highest ? this : centred(screens);
    }

    private WindowPlace centred(List<Rectangle2D> screens) {
        return centred(width, height, maximized, screens);
    }

    private static WindowPlace centred(double width, double height, boolean maximized, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.isEmpty() ? new Rectangle2D(0, 0, USUAL_WIDTH, USUAL_HEIGHT) : screens.get(0);
        double fittingWidth = Math.max(MIN_WIDTH, Math.min(width, screen.getWidth()));
        double fittingHeight = Math.max(MIN_HEIGHT, Math.min(height, screen.getHeight()));
        return new WindowPlace(
                screen.getMinX() + Math.max(0, (screen.getWidth() - fittingWidth) / 2),
                screen.getMinY() + Math.max(0, (screen.getHeight() - fittingHeight) / 2),
                fittingWidth,
                fittingHeight,
                maximized);
    }
}
