package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.Theme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeBarTest extends FxTest {
    private final AtomicInteger retried = new AtomicInteger();
    private NoticeModel model;
    private NoticeBar bar;
    private Region chat;

    @BeforeEach
    void show() {
        onFx(() -> {
            Fonts.load();
            model = new NoticeModel();
            bar = new NoticeBar(model);
            chat = new Region();
            Scene scene = new Scene(new VBox(bar, chat), 700, 300);
            Theme.LIGHT.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    private Notice alone(String label, boolean enabled) {
        return new Notice(
                Notice.Kind.ALONE,
                "You are alone in lobby",
                "The service lists nobody else.",
                List.of(new Notice.Action(label, Icon.Shape.RETRY, enabled, retried::incrementAndGet)));
    }

    private Labeled labeled(String selector) {
        return fromFx(() -> (Labeled) bar.lookup(selector));
    }

    private double topOfChat() {
        return fromFx(() -> {
            bar.getParent().layout();
            return chat.getLayoutY();
        });
    }

    @Test
    void itPushesTheChatDownOnlyWhileThereIsSomethingToSay() {
        assertThat(topOfChat()).isZero();
        onFx(() -> model.show(alone("Retry now", true)));
        assertThat(topOfChat()).isGreaterThanOrEqualTo(53);
        onFx(model::close);
        assertThat(topOfChat()).isZero();
    }

    @Test
    void itSaysCauseAndDetailToEyesAndEars() {
        onFx(() -> model.show(alone("Retry now", true)));
        assertThat(labeled(".notice-cause").getText()).isEqualTo("You are alone in lobby");
        assertThat(labeled(".notice-detail").getText()).isEqualTo("The service lists nobody else.");
        assertThat(bar.getAccessibleText()).isEqualTo("You are alone in lobby. The service lists nobody else.");
        onFx(() -> model.show(Notice.warning("The end is near.")));
        assertThat(labeled(".notice-detail").isVisible()).isFalse();
        assertThat(bar.getAccessibleText()).isEqualTo("The end is near.");
    }

    @Test
    void anActionIsAButtonThatActsUnlessItIsUnderWay() {
        onFx(() -> model.show(alone("Retry now", true)));
        robot.clickOn(labeled(".notice-action"));
        assertThat(retried).hasValue(1);

        onFx(() -> model.update(alone("Trying…", false)));
        assertThat(labeled(".notice-action").getText()).isEqualTo("Trying…");
        assertThat(labeled(".notice-action").isDisabled()).isTrue();
    }

    @Test
    void theCrossClosesItAndTheNextAppears() {
        onFx(() -> {
            model.show(Notice.warning("first"));
            model.show(alone("Retry now", true));
        });
        assertThat(labeled(".notice-behind").getText()).isEqualTo("1 more");
        robot.clickOn(labeled(".notice-close"));
        assertThat(labeled(".notice-cause").getText()).isEqualTo("first");
        assertThat(labeled(".notice-behind").isVisible()).isFalse();
        assertThat(fromFx(() -> bar.lookupAll(".notice-action"))).isEmpty();
    }

    @Test
    void whereRoomIsShortTheChatGivesWay() {
        onFx(() -> model.show(Notice.warning("a long story ".repeat(20).strip())));
        double height = topOfChat();
        onFx(() -> chat.setPrefHeight(2_000));
        assertThat(topOfChat()).isEqualTo(height);
    }

    @Test
    void aLongSentenceIsShownInFull() {
        onFx(() -> model.show(Notice.warning("a long story ".repeat(60).strip())));
        double height = topOfChat();
        Node cause = labeled(".notice-cause");
        assertThat(height).isGreaterThan(100);
        assertThat(fromFx(() -> cause.lookupAll(".text").stream()
                        .map(text -> ((javafx.scene.text.Text) text).getText())
                        .toList()))
                .noneMatch(text -> text.contains("…") || text.contains("..."));
    }
}
