package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class FindingTest extends ShownLogTest {
    @Test
    void searchMarksEveryPlaceAndBringsTheCurrentOneIntoSight() {
        say("a needle here");
        sayMany("hay ", 200);
        say("needle and needle");
        show(view::openSearch);
        TextField field = (TextField) fromFx(() -> view.lookup(".bare-field"));
        show(() -> field.setText("NEEDLE"));
        assertThat(seen(() -> marked(".mark-hit") + marked(".mark-current"))).isEqualTo(2);
        assertThat(fromFx(() -> ((Labeled) view.lookup(".search-count")).getText()))
                .isEqualTo("3 of 3");
        show(() -> model.search().previous());
        show(() -> model.search().previous());
        assertThat(texts()).contains("a needle here");
        assertThat(fromFx(() -> ((Labeled) view.lookup(".search-count")).getText()))
                .isEqualTo("1 of 3");
        show(() -> Event.fireEvent(
                field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(fromFx(view::isSearching)).isFalse();
        assertThat(seen(() -> marked(".mark-current"))).isZero();
    }

    private int marked(String style) {
        return view.flow().cells().stream()
                .mapToInt(cell -> cell.lookupAll(style).size())
                .sum();
    }

    @Test
    void aPlaceBeyondTheBeginningOfALongTextOpensIt() {
        String text = "x".repeat(10_000) + " needle";
        say(text);
        show(() -> model.search().lookFor("needle"));
        assertThat(seen(() -> message(text).isCut())).isFalse();
    }
}
