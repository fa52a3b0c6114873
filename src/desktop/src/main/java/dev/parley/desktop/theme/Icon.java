package dev.parley.desktop.theme;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A line drawing of 16 by 16 pixels in the colour of the sheet. JavaFX thread. */
public final class Icon extends StackPane {
    /** What is drawn. */
    public enum Shape {
        ARRIVE("M9.5 2.5H13.5V13.5H9.5M1.5 8H9.5M6.5 5L9.5 8L6.5 11"),
        ARROW_DOWN("M8 2.5V13M3.5 8.5L8 13L12.5 8.5"),
        CHART("M1.5 1.5V14.5H14.5M4 10.5L7 7L9.5 9L14 3.5"),
        CHECK("M2.5 8.5L6 12L13.5 4"),
        CHEVRON_DOWN("M4 6L8 10L12 6"),
        CHEVRON_RIGHT("M6 4L10 8L6 12"),
        CHEVRON_UP("M4 10L8 6L12 10"),
        CLOSE("M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5"),
        CONSOLE("M1.5 2.5H14.5V13.5H1.5ZM4 6L6.5 8L4 10M8 10.5H11.5"),
        COPY("M5.5 5.5H13.5V13.5H5.5ZM10.5 5.5V2.5H2.5V10.5H5.5"),
        DEPART("M6.5 2.5H2.5V13.5H6.5M6.5 8H14.5M11.5 5L14.5 8L11.5 11"),
        DOCTOR("M1 8.5H4L6 3.5L9.5 13L11.5 8.5H15"),
        EXPAND("M9.5 2.5H13.5V6.5M13.5 2.5L9 7M6.5 13.5H2.5V9.5M2.5 13.5L7 9"),
        FILE("M3.5 1.5H9.5L12.5 4.5V14.5H3.5ZM9.5 1.5V4.5H12.5"),
        FILTER("M1.5 4.5H14.5M4 8.5H12M6.5 12.5H9.5"),
        INFO("M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4M8 7.5V11M8 5h.01"),
        LOCK("M3.5 7.5H12.5V13.5H3.5ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0V7.5"),
        MERGE("M8 1.5V5C8 8.5 3.5 8 3.5 13.5M8 5C8 8.5 12.5 8 12.5 13.5"),
        MORE("M3 8h.01M8 8h.01M13 8h.01"),
        NETWORK(
                "M8 2a1.7 1.7 0 1 0 .01 0M3 10.5a1.7 1.7 0 1 0 .01 0M13 10.5a1.7 1.7 0 1 0 .01 0M8 5.4V8M8 8L4.2 10.9M8 8L11.8 10.9"),
        PERSON_ADD("M6.5 2.5a2.5 2.5 0 1 0 .01 0M1.5 14V12.5a3 3 0 0 1 3-3H8.5a3 3 0 0 1 3 3V14M13 5V9M11 7H15"),
        REPLY("M5.5 2.5L2 6L5.5 9.5M2 6H9.5a4 4 0 0 1 0 8H6.5"),
        RETRY("M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.5V4.5H10.5"),
        SEARCH("M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14"),
        SEND("M14.5 1.5L1.5 6.5L7 9L9.5 14.5ZM14.5 1.5L7 9"),
        SERVICE("M2.5 2.5H13.5V6.5H2.5ZM2.5 9.5H13.5V13.5H2.5ZM5 4.5h.01M5 11.5h.01"),
        SETTINGS("M2 4.5H8M12 4.5H14M10 2.8a1.7 1.7 0 1 0 .01 0M2 11.5H4M8 11.5H14M6 9.8a1.7 1.7 0 1 0 .01 0"),
        SPLIT("M8 14.5V11C8 7.5 3.5 8 3.5 2.5M8 11C8 7.5 12.5 8 12.5 2.5"),
        STACK("M8 2L14.5 5.5L8 9L1.5 5.5ZM1.5 8.5L8 12L14.5 8.5M1.5 11.5L8 15L14.5 11.5"),
        STAR("M8 1.8L9.9 5.8L14.3 6.4L11.1 9.4L11.9 13.8L8 11.7L4.1 13.8L4.9 9.4L1.7 6.4L6.1 5.8Z"),
        TIMELINE("M1.5 3.5H8.5M5.5 8H14.5M1.5 12.5H5M8.5 12.5H14.5"),
        TRASH("M2.5 4.5H13.5M6 4.5V2.5H10V4.5M4 4.5V13.5H12V4.5M6.5 7V11M9.5 7V11"),
        WARNING("M8 2L14.8 13.5H1.2ZM8 6.5V9.5M8 11.5h.01");

        private final String path;

        Shape(String path) {
            this.path = path;
        }
    }

    public Icon(Shape shape) {
        SVGPath line = new SVGPath();
        line.setContent("M0 0M16 16" + shape.path);
        line.getStyleClass().add("icon-line");
        line.setManaged(false);
        getChildren().add(line);
        getStyleClass().add("icon");
        setMouseTransparent(true);
    }
}
