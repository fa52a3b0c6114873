package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class LogMouseTest extends ShownLogTest {
    private void drag(Callable<Point2D> from, Callable<Point2D> to) {
        Point2D start = seen(from);
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, start, 1, false));
        Point2D end = seen(to);
        show(() -> mouse(MouseEvent.MOUSE_DRAGGED, end, 1, false));
    }

    @Test
    void draggingWithinAMessageSelectsCharacters() {
        say("hello wide world");
        drag(() -> placeIn("hello wide world", 6), () -> placeIn("hello wide world", 10));
        press(KeyCode.C, false, true);
        assertThat(asked).containsExactly("copy wide");
    }

    @Test
    void draggingAcrossMessagesSelectsWholeRows() {
        show(() -> talk.at("10:00:00"));
        say("one", "two", "three");
        drag(() -> placeIn("one", 1), () -> placeIn("two", 1));
        press(KeyCode.C, false, true);
        assertThat(asked).containsExactly("copy <Nov 22 10:00:00.000 bob> one\n<Nov 22 10:00:00.000 bob> two");
    }

    @Test
    void shiftClickSelectsFromTheRowClickedBefore() {
        say("one", "two", "three");
        Point2D first = seen(() -> placeIn("one", 1));
        Point2D third = seen(() -> placeIn("three", 1));
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, first, 1, false));
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, third, 1, true));
        press(KeyCode.C, false, true);
        assertThat(asked.get(0).lines()).hasSize(3);
    }

    @Test
    void aDoubleClickSelectsAWordAndATripleClickTheParagraph() {
        String text = "hello wide world\nsecond line";
        say(text);
        Point2D place = seen(() -> placeIn(text, 7));
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, place, 1, false));
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, place, 2, false));
        press(KeyCode.C, false, true);
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, place, 3, false));
        press(KeyCode.C, false, true);
        assertThat(asked).containsExactly("copy wide", "copy hello wide world");
    }

    @Test
    void aClickOpensTheLinkUnderTheMouseAndNothingBesideIt() {
        String text = "see https://example.org/a";
        say(text);
        Point2D beside = seen(
                () -> message(text).text().localToScene(message(text).text().getWidth() - 2, 8));
        show(() -> mouse(MouseEvent.MOUSE_CLICKED, beside, 1, false));
        assertThat(asked).isEmpty();
        Point2D link = seen(() -> placeIn(text, 8));
        show(() -> mouse(MouseEvent.MOUSE_CLICKED, link, 1, false));
        assertThat(asked).containsExactly("open https://example.org/a");
    }

    @Test
    void toolsFloatAtTheRowUnderTheMouse() {
        say("one", "two");
        Point2D place = seen(() -> placeIn("two", 1));
        show(() -> mouse(MouseEvent.MOUSE_MOVED, place, 0, false));
        assertThat(seen(() -> view.lookup(".tool-strip").isVisible())).isTrue();
        fromFx(() -> new ArrayList<>(view.lookup(".tool-strip").lookupAll(".tool-button")))
                .forEach(tool -> show(((Button) tool)::fire));
        assertThat(asked).containsExactlyInAnyOrder("reply bob", "copy two", "tell bob");
    }
}
