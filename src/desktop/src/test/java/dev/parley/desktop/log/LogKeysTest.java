package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class LogKeysTest extends ShownLogTest {
    @Test
    void arrowsMoveARowHomeAndEndGoToTheEnds() {
        sayMany("line ", 300);
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(currentText()).isEqualTo("line 298");
        press(KeyCode.HOME);
        assertThat(currentText()).isEqualTo("line 0");
        assertThat(texts()).first().isEqualTo("line 0");
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.DOWN);
        assertThat(texts()).contains(currentText());
        assertThat(currentText()).isNotEqualTo("line 0");
        press(KeyCode.END);
        assertThat(currentText()).isEqualTo("line 299");
        assertThat(texts()).last().isEqualTo("line 299");
    }

    @Test
    void enterOpensAFoldAndALink() {
        show(() -> {
            model.viewShown(talk.first("zoe"));
            model.viewShown(talk.joined("bob", "carol"));
        });
        press(KeyCode.UP);
        double folded = seen(() -> cell("2 joined").getHeight());
        press(KeyCode.ENTER);
        assertThat(seen(() -> cell("2 joined").getHeight())).isGreaterThan(folded);
        say("look at https://example.org/a now");
        press(KeyCode.END);
        press(KeyCode.ENTER);
        assertThat(asked).containsExactly("open https://example.org/a");
    }

    @Test
    void copyTakesOneRowPlainAndSeveralAsChatLines() {
        show(() -> talk.at("10:11:12.123"));
        say("one", "two");
        press(KeyCode.UP);
        press(KeyCode.C, false, true);
        press(KeyCode.UP, true, false);
        press(KeyCode.C, false, true);
        assertThat(asked)
                .containsExactly("copy two", "copy <Nov 22 10:11:12.123 bob> one\n<Nov 22 10:11:12.123 bob> two");
    }

    @Test
    void ctrlASelectsEverythingEvenWhatIsOutOfSight() {
        sayMany("line ", 200);
        press(KeyCode.A, false, true);
        press(KeyCode.C, false, true);
        assertThat(asked.get(0).lines()).hasSize(200);
    }

    @Test
    void escTakesTheUnreadLineAway() {
        show(() -> model.windowFocusedProperty().set(false));
        say("unseen");
        assertThat(seen(() -> view.lookup(".unread-line").isVisible())).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(seen(() -> view.lookup(".unread-line").isVisible())).isFalse();
    }
}
