package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.SessionState;
import dev.parley.group.GroupEvent.Reason;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatLogViewTest extends ShownLogTest {
    @Test
    void whoIsAloneWithNothingSaidSeesWhatToSend() {
        Node empty = fromFx(() -> view.lookup(".empty-state"));
        assertThat(seen(empty::isVisible)).isFalse();
        show(() -> model.stateChanged(talk.state(SessionState.ALONE)));
        assertThat(seen(empty::isVisible)).isTrue();
        show(((Button) fromFx(() -> view.lookup(".copy-invitation")))::fire);
        assertThat(asked).containsExactly("copy parley --bootstrap http://127.0.0.1:8080 bob");
        say("hello?");
        assertThat(seen(empty::isVisible)).isFalse();
    }

    @Test
    void aCrashIsAmberAndHasItsSign() {
        show(() -> {
            model.viewShown(talk.first("bob"));
            model.viewShown(talk.gone(Reason.CRASHED, "bob"));
        });
        assertThat(seen(() -> cell("bob crashed or lost the connection").getPseudoClassStates()))
                .extracting(Object::toString)
                .contains("alarm");
    }

    @Test
    void rowsSayWhatTheyAreToAScreenReader() {
        show(() -> talk.at("09:52:00"));
        say("Morning!");
        assertThat(seen(() -> cell("Morning!").queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("bob, 09:52, Morning!");
        assertThat(seen(() -> view.flow().queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 13, 18})
    void everythingGrowsWithTheTextSizeOfTheWindow(int size) {
        show(() -> view.setStyle("-fx-font-size: " + size + "px"));
        say("words");
        assertThat(seen(() ->
                        cell("words").lookup(".log-avatar").getLayoutBounds().getWidth()))
                .isEqualTo(Math.rint(32 * size / 13.0));
        assertThat(seen(() -> ((javafx.scene.text.Text) cell("words").lookup(".run-text"))
                        .getFont()
                        .getSize()))
                .isBetween(size * 1.07, size * 1.08);
    }
}
