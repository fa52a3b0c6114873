package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest extends ShownLogTest {
    private enum Hostile {
        NO_SPACE("x".repeat(65_536)),
        COMBINING("e" + "\u0301".repeat(10_000)),
        COMBINING_OFTEN("e\u0301\u0323\u0330\u0348\u0489".repeat(5_000)),
        OVERRIDES("\u202Eabc\u202Dd\u2066e".repeat(500)),
        CONTROLS("\u0000\u0007\u001B[2J\u009B".repeat(500)),
        LINES("\n".repeat(65_000)),
        PICTURES("a😀".repeat(20_000)),
        JOINED("👩‍".repeat(10_000)),
        CODE("`a`".repeat(20_000)),
        LINKS("http://a ".repeat(7_000)),
        MARKUP("<b>&amp;</b>".repeat(5_000)),
        RIGHT_TO_LEFT("שלום ".repeat(9_000)),
        RIGHT_TO_LEFT_NO_SPACE("ש".repeat(30_000)),
        WIDE("\uFDFD".repeat(3_000)),
        NOTHING("\u200B");

        private final String text;

        Hostile(String text) {
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostileTextStaysWithinItsRow(Hostile hostile) {
        show(() -> model.messagesAdded(
                added(talk.says("bob", "before"), talk.says("carol", hostile.text), talk.says("bob", "after"))));
        MessageCell cell = (MessageCell) seen(() -> view.flow().cells().stream()
                .filter(each -> each instanceof MessageCell message
                        && message.message().from().equals("carol"))
                .findFirst()
                .orElseThrow());
        double text = seen(() -> visible(cell.text()).getWidth());
        assertThat(text).isLessThanOrEqualTo(724);
        assertThat(seen(() -> visible(cell.text()).getHeight())).isLessThanOrEqualTo(seen(cell::getHeight));
        assertThat(seen(() -> cell.getHeight())).isLessThan(2_500);
        assertThat(seen(() -> cell.text().content().runs().size())).isLessThanOrEqualTo(120);
    }

    private static Bounds visible(MessageText text) {
        return text.lookup(".message-flow").getBoundsInParent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>bold</b>", "\u3164", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "ﷺ", "\u202Eevil"})
    void aStrangeNameIsShownWithinItsRow(String name) {
        checkName(name);
    }

    @Test
    void aNameOfManyWideCharactersLeavesRoomForTheTime() {
        checkName("W".repeat(64));
    }

    private void checkName(String name) {
        show(() -> {
            stage.setWidth(480);
            model.messagesAdded(
                    added(talk.says(name, "words"), talk.tells(name, "ann", "secret"), talk.does(name, "waves")));
            model.viewShown(talk.first(name));
            model.viewShown(talk.joined(name + "2"));
        });
        for (RowCell cell : seen(() -> view.flow().cells())) {
            double width = fromFx(cell::getWidth);
            for (Node node : fromFx(() -> List.copyOf(cell.lookupAll(".label"))))
                assertThat(fromFx(() -> cell.sceneToLocal(node.localToScene(node.getLayoutBounds()))
                                .getMaxX()))
                        .isLessThanOrEqualTo(width);
        }
        assertThat(seen(() -> ((Labeled) cell("words").lookup(".sender-name")).getText()))
                .isNotBlank();
    }

    @Test
    void theWholeOfALongTextIsShownOnRequest() {
        String text = "x".repeat(65_536);
        say(text);
        double before = seen(() -> message(text).getHeight());
        Button all = (Button) fromFx(() -> message(text).lookup(".show-all"));
        assertThat(fromFx(all::getText)).isEqualTo("Show all 65,536 characters");
        show(all::fire);
        assertThat(seen(() -> message(text).getHeight())).isGreaterThan(before * 10);
        assertThat(fromFx(all::isVisible)).isFalse();
        assertThat(seen(() -> message(text).text().getBoundsInLocal().getWidth()))
                .isLessThanOrEqualTo(721);
    }
}
