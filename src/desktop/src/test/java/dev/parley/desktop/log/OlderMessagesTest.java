package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is above the rows, and how it gets there. */
class OlderMessagesTest extends ShownLogTest {
    private List<ChatMessage> said(String text, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> talk.says("bob", text + i))
                .toList();
    }

    private void enterRoomThatKeeps(List<ChatMessage> messages) {
        show(() -> {
            kept.keep(messages);
            model.stateChanged(talk.state(SessionState.JOINED, new RoomName("other")));
            model.stateChanged(talk.state(SessionState.JOINED, Talk.ROOM));
        });
    }

    private void live(ChatMessage... messages) {
        show(() -> {
            kept.keep(List.of(messages));
            model.messagesAdded(added(messages));
        });
    }

    private String topLine() {
        return seen(() -> {
            Node line = view.lookup(".log-top");
            return line.isVisible() && line.getLayoutY() >= 0 ? ((Labeled) line).getText() : "";
        });
    }

    private List<String> all() {
        return fromFx(() -> model.rows().stream().map(model.words()::plain).toList());
    }

    private static List<String> numbered(String text, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> text + i).toList();
    }

    private void goToTheBeginning() {
        onFx(() -> {
            for (int page = 0; page < 21; page++) model.pages().older();
        });
        press(KeyCode.HOME);
    }

    private void wheelUp(int notches) {
        for (int i = 0; i < notches; i++) show(() -> view.flow().scrollBy(-40));
    }

    @Test
    void theNewestThousandAreThereFromTheStartAndOlderOnesOnlyWhenWanted() {
        enterRoomThatKeeps(said("m", 3_000));
        assertThat(all()).isEqualTo(numbered("m", 2_000, 3_000));
        assertThat(texts()).last().isEqualTo("m2999");
    }

    @Test
    void scrollingNearTheTopBringsFiveHundredMoreAndTheRowLookedAtStaysWhereItIs() {
        enterRoomThatKeeps(said("m", 3_000));
        show(() -> view.flow().jumpToOldest());
        String read = texts().get(2);
        double place = topOf(read);
        kept.answerLater();
        wheelUp(1);
        assertThat(topLine()).isEqualTo("Loading older messages...");
        double before = topOf(read);
        show(kept::answer);
        assertThat(all()).isEqualTo(numbered("m", 1_500, 3_000));
        assertThat(topOf(read)).isEqualTo(before);
        assertThat(place).isLessThan(before);
        assertThat(topLine()).isEmpty();
    }

    @Test
    void pageUpAndHomeBringThemToo() {
        enterRoomThatKeeps(said("m", 2_000));
        press(KeyCode.HOME);
        assertThat(all()).isEqualTo(numbered("m", 500, 2_000));
        for (int page = 0; page < 60 && !all().get(0).equals("m0"); page++) press(KeyCode.PAGE_UP);
        assertThat(all()).isEqualTo(numbered("m", 0, 2_000));
    }

    @Test
    void theScrollBarBringsThemToo() {
        enterRoomThatKeeps(said("m", 2_000));
        show(() -> ((ScrollBar) view.lookup(".row-flow > .scroll-bar")).setValue(0));
        assertThat(all()).isEqualTo(numbered("m", 500, 2_000));
    }

    @Test
    void whoScrollsOnWhileTheyComeAsksOnlyOnce() {
        enterRoomThatKeeps(said("m", 3_000));
        kept.answerLater();
        int before = kept.questions();
        show(() -> view.flow().jumpToOldest());
        wheelUp(10);
        assertThat(kept.questions()).isEqualTo(before + 1);
    }

    @Test
    void theBeginningIsNamedAndNotAskedForAgainUntilSomebodyComes() {
        enterRoomThatKeeps(said("m", 1_200));
        press(KeyCode.HOME);
        press(KeyCode.HOME);
        press(KeyCode.HOME);
        assertThat(all()).isEqualTo(numbered("m", 0, 1_200));
        assertThat(topLine()).isEqualTo("This is the beginning of what is kept.");
        int asked = kept.questions();
        wheelUp(3);
        assertThat(kept.questions()).isEqualTo(asked);
        show(() -> model.viewShown(talk.first("carol")));
        wheelUp(1);
        assertThat(kept.questions()).isEqualTo(asked + 1);
    }

    @Test
    void aLogThatDoesNotFillTheWindowIsAskedForMoreByTheWheel() {
        kept.keepElsewhere(said("older ", 3));
        enterRoomThatKeeps(said("m", 2));
        wheelUp(1);
        assertThat(all()).containsExactly("older 0", "older 1", "older 2", "m0", "m1");
        assertThat(topLine()).isEqualTo("This is the beginning of what is kept.");
    }

    @Test
    void whatOthersSendForItIsThereOnceAndNoNews() {
        List<ChatMessage> older = said("older ", 400);
        kept.keepElsewhere(older);
        enterRoomThatKeeps(said("m", 300));
        kept.answerLater();
        press(KeyCode.HOME);
        show(() -> model.messagesAdded(
                added(older.stream().map(OlderMessagesTest::late).toArray(ChatMessage[]::new))));
        show(kept::answer);
        assertThat(all()).startsWith("older 0").hasSize(700).doesNotHaveDuplicates();
        assertThat(fromFx(() -> model.unreadProperty().get())).isZero();
    }

    private static ChatMessage late(ChatMessage one) {
        return new ChatMessage(
                one.id(), one.from(), one.self(), one.kind(), one.to(), one.text(), one.time(), one.clock(), true);
    }

    @Test
    void aMessageWithSomethingThatHappenedBehindItIsStillThereOnce() {
        ChatMessage ahead = talk.at("09:00:05").says("bob", "my clock is ahead");
        show(() -> model.messagesAdded(added(ahead)));
        show(() -> model.viewShown(talk.at("09:00:03").first("carol")));
        show(() -> model.messagesAdded(added(late(ahead))));
        assertThat(all()).containsExactly("my clock is ahead", "carol is here");
    }

    @Test
    void aFailureIsToldThereAndTheNextTurnOfTheWheelTriesAgain() {
        enterRoomThatKeeps(said("m", 1_500));
        kept.answerLater();
        press(KeyCode.HOME);
        show(() -> kept.fail("The history cannot be read."));
        wheelUp(1);
        assertThat(topLine()).isEqualTo("Loading older messages...");
        show(() -> kept.fail("The history cannot be read."));
        assertThat(topLine()).isEqualTo("The history cannot be read.");
        wheelUp(1);
        show(kept::answer);
        assertThat(all()).hasSize(1_500);
    }

    @Test
    void whatIsTooMuchGoesAtTheOtherEndAndComesBackWithTheJumpToTheNewest() {
        enterRoomThatKeeps(said("m", 11_500));
        goToTheBeginning();
        assertThat(all()).isEqualTo(numbered("m", 0, ChatLogModel.CAPACITY));
        live(talk.says("carol", "live 0"), talk.says("carol", "live 1"));
        assertThat(all()).doesNotContain("live 0");
        Button pill = (Button) fromFx(() -> view.lookup(".jump-pill"));
        assertThat(seen(pill::getText)).isEqualTo("2 new messages");
        show(pill::fire);
        assertThat(texts()).last().isEqualTo("live 1");
        assertThat(all()).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(seen(pill::isVisible)).isFalse();
        assertThat(seen(() -> view.lookup(".unread-line").isVisible())).isTrue();
        live(talk.says("carol", "live 2"));
        assertThat(texts()).last().isEqualTo("live 2");
    }

    @Test
    void scrollingDownToWhereTheRowsAreCutOffBringsWhatFollows() {
        enterRoomThatKeeps(said("m", 11_500));
        goToTheBeginning();
        show(() -> ((ScrollBar) view.lookup(".row-flow > .scroll-bar"))
                .setValue(((ScrollBar) view.lookup(".row-flow > .scroll-bar")).getMax()));
        String read = texts().get(5);
        assertThat(read).isGreaterThan("m99");
        show(() -> view.flow().scrollBy(1));
        double place = topOf(read);
        assertThat(all()).contains("m10000").doesNotContain("m0");
        show(() -> view.flow().scrollBy(10));
        assertThat(topOf(read)).isEqualTo(place - 10);
        for (int page = 0; page < 5; page++) {
            press(KeyCode.PAGE_DOWN);
            show(() -> ((ScrollBar) view.lookup(".row-flow > .scroll-bar"))
                    .setValue(((ScrollBar) view.lookup(".row-flow > .scroll-bar")).getMax()));
        }
        assertThat(all()).last().isEqualTo("m11499");
    }

    @Test
    void whatIsSaidWhileTheNewestAreBroughtIsNotLost() {
        enterRoomThatKeeps(said("m", 11_500));
        goToTheBeginning();
        kept.answerLater();
        press(KeyCode.END);
        show(() -> model.messagesAdded(added(talk.says("carol", "told, and kept after the answer was read"))));
        show(kept::answer);
        assertThat(texts()).last().isEqualTo("told, and kept after the answer was read");
    }

    @Test
    void whatHappenedToTheGroupIsStillThereAfterGoingFarUpAndBack() {
        enterRoomThatKeeps(said("m", 11_500));
        show(() -> model.viewShown(talk.first("zoe")));
        goToTheBeginning();
        show(() -> model.viewShown(talk.joined("dan")));
        assertThat(all()).doesNotContain("zoe is here", "dan joined");
        press(KeyCode.END);
        assertThat(all()).endsWith("m11499", "zoe is here", "dan joined");
    }

    @Test
    void aSingleLateMessageFromFarAboveLeavesNoGap() {
        List<ChatMessage> old = said("m", 2_000);
        ChatMessage late = talk.at("08:00:00").saidLate("dan", "far above");
        talk.at("09:00:00");
        enterRoomThatKeeps(old);
        live(late);
        assertThat(all()).isEqualTo(numbered("m", 1_000, 2_000));
        press(KeyCode.HOME);
        press(KeyCode.HOME);
        press(KeyCode.HOME);
        assertThat(all()).startsWith("far above", "m0", "m1").hasSize(2_001);
    }

    @Test
    void theDayOfTheRowsAtTheTopIsNamedWhileReadingOlderOnesUntilTheNextDayPushesItAway() {
        talk.on("2026-11-21", "10:00:00");
        List<ChatMessage> all = new ArrayList<>(said("yesterday ", 100));
        talk.on("2026-11-22", "10:00:00");
        all.addAll(said("today ", 100));
        enterRoomThatKeeps(all);
        Labeled day = (Labeled) fromFx(() -> view.lookup(".sticky-day"));
        assertThat(seen(day::isVisible)).isFalse();
        show(() -> view.flow().scrollBy(-200));
        assertThat(seen(day::isVisible)).isTrue();
        assertThat(seen(day::getText)).isEqualTo("Today, 22 November");
        show(() -> view.flow().reveal(model.rows().get(95)));
        show(() -> view.flow().scrollBy(topOf("today 0") - 20));
        assertThat(seen(day::getText)).isEqualTo("Yesterday, 21 November");
        assertThat(seen(() -> day.getLayoutY() + day.getHeight())).isEqualTo(topOf("today 0"));
        show(() -> view.flow().jumpToOldest());
        assertThat(seen(day::isVisible)).isFalse();
    }
}
