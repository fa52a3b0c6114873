package dev.parley.desktop.completion;

import dev.parley.desktop.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** At most eight rows that show a part of many choices, one of them chosen; takes no focus. JavaFX thread. */
final class ChoiceRows extends Region {
    static final int MOST_ROWS = 8;
    private static final double ROW_HEIGHT = 28;
    private static final double LEAST_WORD = 104;
    private static final double MOST_WORD = 250;
    private static final double WORD_GAP = 18;
    private static final double THUMB_WIDTH = 4;
    private static final double LEAST_THUMB = 16;
    private static final Font WORD_FONT = Font.font(Fonts.MONO, FontWeight.BOLD, 12);
    private final List<ChoiceRow> rows = new ArrayList<>();
    private final Region thumb = new Region();
    private final Consumer<Choice> taken;
    private Proposal proposal = Proposal.nothingAt(0);
    private double wordWidth;
    private int first;
    private int chosen;

    ChoiceRows(Consumer<Choice> taken) {
        this.taken = taken;
        getStyleClass().add("choice-rows");
        thumb.getStyleClass().add("choice-thumb");
        thumb.setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        for (int i = 0; i < MOST_ROWS; i++) rows.add(row(i));
        getChildren().addAll(rows);
        getChildren().add(thumb);
        setOnScroll(event -> {
            if (event.getDeltaY() != 0) scrollTo(first + (event.getDeltaY() > 0 ? -1 : 1));
            event.consume();
        });
    }

    private ChoiceRow row(int place) {
        ChoiceRow row = new ChoiceRow();
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() != MouseButton.PRIMARY) return;
            choose(first + place);
            taken.accept(proposal.choices().get(first + place));
        });
        return row;
    }

    /** Shows these; what was chosen stays so if it is still there. */
    void show(Proposal shown) {
        Optional<String> before = chosen().map(Choice::value);
        proposal = shown;
        wordWidth = Math.max(LEAST_WORD, Math.min(MOST_WORD, widestWord() + WORD_GAP));
        chosen = 0;
        first = 0;
        List<Choice> choices = shown.choices();
        for (int i = 0; i < choices.size(); i++)
            if (before.isPresent() && choices.get(i).value().equals(before.get())) chosen = i;
        choose(chosen);
        requestLayout();
    }

    Optional<Choice> chosen() {
        return proposal.choices().isEmpty()
                ? Optional.empty()
                : Optional.of(proposal.choices().get(chosen));
    }

    int chosenIndex() {
        return chosen;
    }

    /** Moves the choice by so many; by one it goes round. */
    void move(int by) {
        int count = proposal.choices().size();
        if (Math.abs(by) == 1) choose(Math.floorMod(chosen + by, count));
        else choose(Math.max(0, Math.min(count - 1, chosen + by)));
    }

    private void choose(int index) {
        chosen = index;
        int least = index - MOST_ROWS + 1;
        scrollTo(Math.max(least, Math.min(first, index)));
    }

    private void scrollTo(int top) {
        List<Choice> choices = proposal.choices();
        first = Math.max(0, Math.min(top, choices.size() - MOST_ROWS));
        for (int i = 0; i < MOST_ROWS; i++) {
            ChoiceRow row = rows.get(i);
            boolean used = first + i < choices.size();
            row.setVisible(used);
            row.setManaged(used);
            if (!used) continue;
            row.show(choices.get(first + i), proposal.typedOf(choices.get(first + i)), wordWidth);
            row.setChosen(first + i == chosen);
        }
        thumb.setVisible(choices.size() > MOST_ROWS);
        requestLayout();
    }

    private double widestWord() {
        Text measure = new Text();
        measure.setFont(WORD_FONT);
        double widest = 0;
        int longest = 0;
        for (Choice choice : proposal.choices()) {
            if (choice.value().length() <= longest) continue;
            longest = choice.value().length();
            measure.setText(choice.value().length() > 100 ? choice.value().substring(0, 100) : choice.value());
            widest = Math.max(widest, measure.getLayoutBounds().getWidth());
        }
        return widest;
    }

    @Override
    protected double computePrefHeight(double width) {
        int shown = Math.min(MOST_ROWS, proposal.choices().size());
        return snappedTopInset() + shown * ROW_HEIGHT + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        for (ChoiceRow row : rows) if (row.isManaged()) widest = Math.max(widest, row.prefWidth(-1));
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        for (int i = 0; i < MOST_ROWS; i++) rows.get(i).resizeRelocate(left, top + i * ROW_HEIGHT, width, ROW_HEIGHT);
        int count = proposal.choices().size();
        if (count <= MOST_ROWS) return;
        double track = MOST_ROWS * ROW_HEIGHT;
        double height = Math.max(LEAST_THUMB, track * MOST_ROWS / count);
        double y = (track - height) * first / (count - MOST_ROWS);
        thumb.resizeRelocate(getWidth() - THUMB_WIDTH - 1, top + y, THUMB_WIDTH, height);
    }
}
