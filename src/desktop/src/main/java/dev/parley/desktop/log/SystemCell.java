package dev.parley.desktop.log;

import dev.parley.desktop.theme.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Shows what happened to the group; a fold opens with a click. JavaFX thread. */
final class SystemCell extends RowCell {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass FOLD = PseudoClass.getPseudoClass("fold");
    private static final double LINE = 26;

    private final ChatLogModel model;
    private final List<Line> lines = new ArrayList<>();
    private int shown;

    SystemCell(LogScale scale, ChatLogModel model, Consumer<SystemRow> toggle) {
        super(scale);
        this.model = model;
        getStyleClass().add("system-row");
        setOnMouseClicked(event -> {
            if (event.isStillSincePress() && event.getY() > linesHeight()) toggle.accept((SystemRow) row());
        });
    }

    private static final class Line {
        private final StackPane icon = new StackPane();
        private final Label text = new Label();
        private final Label time = new Label();
        private final Label view = new Label();
        private Icon.Shape shape;

        Line() {
            text.getStyleClass().setAll("system-text");
            time.getStyleClass().setAll("row-time");
            view.getStyleClass().setAll("view-chip", "mono");
        }

        void show(Icon.Shape wanted, String words, String hours, String viewId) {
            if (shape != wanted) icon.getChildren().setAll(new Icon(wanted));
            shape = wanted;
            text.setText(words);
            time.setText(hours);
            view.setText(viewId);
            setVisible(true);
        }

        void setVisible(boolean visible) {
            icon.setVisible(visible);
            text.setVisible(visible);
            time.setVisible(visible);
            view.setVisible(visible && !view.getText().isEmpty());
        }
    }

    @Override
    void update(boolean textChanged) {
        if (!textChanged) return;
        restyle();
        SystemRow row = (SystemRow) row();
        mark(ALARM, row.kind() == SystemLine.Kind.CRASHED);
        mark(FOLD, row.isFold());
        shown = 0;
        if (row.isFold())
            next().show(
                            row.unfolded() ? Icon.Shape.CHEVRON_DOWN : Icon.Shape.CHEVRON_RIGHT,
                            row.summary(),
                            model.words().hours(row),
                            "");
        if (!row.isFold() || row.unfolded()) row.lines().forEach(this::showLine);
        for (int i = shown; i < lines.size(); i++) lines.get(i).setVisible(false);
    }

    private void showLine(SystemLine line) {
        next().show(
                        icon(line.kind()),
                        line.text(),
                        model.words().hour(line.time()),
                        ShownText.withFewMarks(line.view()));
    }

    private Line next() {
        if (shown == lines.size()) {
            Line line = new Line();
            lines.add(line);
            getChildren().addAll(line.icon, line.text, line.time, line.view);
        }
        return lines.get(shown++);
    }

    private static Icon.Shape icon(SystemLine.Kind kind) {
        return switch (kind) {
            case HERE -> Icon.Shape.INFO;
            case JOINED -> Icon.Shape.ARRIVE;
            case LEFT -> Icon.Shape.DEPART;
            case CRASHED -> Icon.Shape.WARNING;
            case MERGED -> Icon.Shape.MERGE;
            case RENAMED -> Icon.Shape.INFO;
        };
    }

    @Override
    double bodyHeight(double width) {
        return shown * px(LINE) + px(4);
    }

    @Override
    void layoutBody(double top, double width, double height) {
        for (int i = 0; i < shown; i++) layoutLine(lines.get(i), top + px(2) + i * px(LINE) + px(LINE) / 2, width);
    }

    private void layoutLine(Line line, double middle, double width) {
        line.icon.resizeRelocate(px(20), Math.rint(middle - px(8)), px(32), px(16));
        double chip = line.view.isVisible() ? Math.min(px(160), Math.ceil(line.view.prefWidth(-1))) + px(8) : 0;
        double time = Math.ceil(line.time.prefWidth(-1)) + px(8);
        double end = width - px(24);
        double x = placeCentred(line.text, px(68), middle, Math.max(px(40), end - px(68) - time - chip));
        x = placeCentred(line.time, x + px(8), middle, Math.max(0, end - x - px(8)));
        if (line.view.isVisible()) placeCentred(line.view, x + px(8), middle, Math.max(0, end - x - px(8)));
    }

    @Override
    String spoken() {
        return model.words().spoken(row());
    }
}
