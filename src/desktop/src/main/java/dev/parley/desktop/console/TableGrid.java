package dev.parley.desktop.console;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A table of the output: a subtle head over a hairline, numbers to the right. JavaFX thread. */
final class TableGrid extends GridPane {
    private static final double LEAST_COLUMN = 40;

    TableGrid(ConsoleLine.Table table) {
        getStyleClass().add("console-table");
        setMaxWidth(Region.USE_PREF_SIZE);
        for (int column = 0; column < table.headings().size(); column++) {
            boolean number = table.numbers().get(column);
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
            constraints.setMinWidth(number ? Region.USE_PREF_SIZE : LEAST_COLUMN);
            getColumnConstraints().add(constraints);
            add(cell(table.headings().get(column), "table-heading"), column, 0);
        }
        Region hairline = new Region();
        hairline.getStyleClass().add("table-hairline");
        add(hairline, 0, 1, Math.max(1, table.headings().size()), 1);
        for (int row = 0; row < table.rows().size(); row++) addRow(table.rows().get(row), row + 2);
    }

    private void addRow(List<String> cells, int row) {
        for (int column = 0; column < cells.size(); column++)
            add(cell(cells.get(column), cells.get(column).equals("0") ? "table-zero" : "table-cell"), column, row);
    }

    private static Label cell(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
