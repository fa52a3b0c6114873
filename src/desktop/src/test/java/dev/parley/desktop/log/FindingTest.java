package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionState;
import java.util.ArrayList;
import java.util.List;
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
        show(() -> model.lookFor("needle"));
        assertThat(seen(() -> message(text).isCut())).isFalse();
    }

    private List<ChatMessage> saidAtLength() {
        List<ChatMessage> said = new ArrayList<>();
        for (int i = 0; i < 5_000; i++)
            said.add(talk.says(i == 1_000 ? "carol" : "bob", i == 1_000 ? "a needle" : "hay " + i));
        return said;
    }

    private void enterRoomThatKeeps(List<ChatMessage> messages) {
        show(() -> {
            kept.keep(messages);
            model.stateChanged(talk.state(SessionState.JOINED, new RoomName("other")));
            model.stateChanged(talk.state(SessionState.JOINED, Talk.ROOM));
        });
    }

    private void find(String words) {
        show(view::openSearch);
        show(() -> ((TextField) view.lookup(".bare-field")).setText(words));
    }

    private String told() {
        return seen(() -> ((Labeled) view.lookup(".found-told")).getText());
    }

    private void chooseFirst() {
        show(() -> Event.fireEvent(view.lookup(".bare-field"), key(KeyCode.DOWN)));
        show(() -> Event.fireEvent(view.lookup(".found-list"), key(KeyCode.ENTER)));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void whatIsKeptBeyondTheRowsIsFoundTooAndShownWithWhatIsAroundIt() {
        enterRoomThatKeeps(saidAtLength());
        find("needle");
        assertThat(fromFx(() -> ((Labeled) view.lookup(".search-count")).getText()))
                .isEqualTo("Nothing found");
        assertThat(told()).isEqualTo("1 message in all that is kept of this room");
        chooseFirst();
        assertThat(texts()).contains("hay 999", "a needle", "hay 1001");
        assertThat(fromFx(() -> model.rows().size())).isEqualTo(1_001);
        assertThat(seen(() -> marked(".mark-current"))).isEqualTo(1);
        assertThat(seen(() -> view.lookup(".jump-highlight").isVisible())).isTrue();
        assertThat(seen(() -> view.lookup(".jump-highlight").getLayoutY()))
                .isBetween(topOf("a needle"), topOf("hay 1001"));
        show(view::jumpToNewest);
        assertThat(texts()).last().isEqualTo("hay 4999");
    }

    @Test
    void theHighlightGoesAfterAWhile() {
        say("needle");
        show(() -> view.goTo(((MessageRow) model.rows().get(0)).message()));
        assertThat(seen(() -> view.lookup(".jump-highlight").isVisible())).isTrue();
        await().until(() -> !fromFx(() -> view.lookup(".jump-highlight").isVisible()));
    }

    @Test
    void aHitAmongTheRowsIsGoneToWithoutLoadingAnything() {
        enterRoomThatKeeps(saidAtLength());
        find("hay 4100");
        int asked = kept.questions();
        chooseFirst();
        assertThat(texts()).contains("hay 4100");
        assertThat(kept.questions()).isEqualTo(asked);
    }

    @Test
    void whatCanBeTypedAndWhatIsWrongWithItIsSaid() {
        show(view::openSearch);
        assertThat(told()).contains("from:name").contains("before:");
        find("before:noon");
        assertThat(told()).startsWith("before:noon is no time: write a day such as");
        find("gone");
        assertThat(told()).isEqualTo("Nothing in all that is kept of this room");
    }

    @Test
    void whileASearchRunsOnlyTheLastOfWhatIsTypedIsAskedNext() {
        enterRoomThatKeeps(saidAtLength());
        kept.answerLater();
        int asked = kept.questions();
        find("h");
        find("ha");
        find("needle");
        show(kept::answer);
        assertThat(kept.questions()).isEqualTo(asked + 2);
        show(kept::answer);
        assertThat(told()).isEqualTo("1 message in all that is kept of this room");
    }
}
