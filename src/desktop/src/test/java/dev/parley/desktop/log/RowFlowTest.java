package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

class RowFlowTest extends ShownLogTest {
    @Test
    void theNewestRowsAreShownAsTheyCome() {
        sayMany("line ", 100);
        assertThat(texts()).last().isEqualTo("line 99");
        say("newest");
        assertThat(texts()).last().isEqualTo("newest");
        assertThat(fromFx(() -> model.atNewestProperty().get())).isTrue();
    }

    @Test
    void whatComesIsSeenByItselfHoweverOftenItComes() {
        for (int i = 0; i < 20; i++) {
            ChatMessage next = talk.says("bob", "line " + i);
            onFx(() -> model.messagesAdded(added(next)));
        }
        await().untilAsserted(() -> assertThat(fromFx(() -> view.flow().cells().stream()
                        .map(each -> model.words().plain(each.row()))
                        .toList()))
                .contains("line 0", "line 19"));
    }

    @Test
    void aFewRowsStandAtTheTop() {
        say("only one");
        assertThat(topOf("only one")).isZero();
    }

    @Test
    void onlyTheRowsInSightHaveCells() {
        sayMany("line ", 5_000);
        assertThat(texts()).hasSizeBetween(15, 40);
        assertThat(fromFx(() -> view.flow().getChildrenUnmodifiable().size())).isLessThan(200);
    }

    @Test
    void nothingMovesWhileReadingOlderLinesWhateverComes() {
        ChatMessage late = talk.saidLate("dan", "late");
        sayMany("line ", 200);
        show(() -> view.flow().scrollBy(-1_000));
        String read = texts().get(3);
        double before = topOf(read);
        sayMany("more ", 300);
        assertThat(topOf(read)).isEqualTo(before);
        show(() -> model.messagesAdded(added(late)));
        assertThat(topOf(read)).isEqualTo(before);
        sayMany("flood ", 9_550);
        assertThat(model.rows()).hasSize(ChatLogModel.CAPACITY);
        assertThat(topOf(read)).isEqualTo(before);
    }

    @Test
    void whatIsReadStaysHoweverMuchComesAndThePillCountsIt() {
        sayMany("line ", 200);
        show(() -> view.flow().jumpToOldest());
        sayMany("flood ", 10_100);
        sayMany("more ", 10);
        assertThat(texts()).first().isEqualTo("line 0");
        assertThat(model.rows()).hasSize(ChatLogModel.CAPACITY);
        assertThat(seen(() -> ((Button) view.lookup(".jump-pill")).getText())).isEqualTo("10,110 new messages");
    }

    @Test
    void aPillCountsWhatIsNewWhileScrolledUpAndJumpsThere() {
        sayMany("line ", 200);
        Button pill = (Button) fromFx(() -> view.lookup(".jump-pill"));
        assertThat(seen(pill::isVisible)).isFalse();
        show(() -> view.flow().scrollBy(-1_000));
        assertThat(seen(pill::isVisible)).isTrue();
        assertThat(seen(pill::getText)).isEqualTo("Jump to newest");
        say("one", "two");
        assertThat(seen(pill::getText)).isEqualTo("2 new messages");
        show(pill::fire);
        assertThat(texts()).last().isEqualTo("two");
        assertThat(seen(pill::isVisible)).isFalse();
        assertThat(fromFx(() -> model.unreadProperty().get())).isZero();
    }

    @Test
    void scrollingDownToTheEndFollowsTheNewestAgain() {
        sayMany("line ", 200);
        show(() -> view.flow().scrollBy(-300));
        for (int i = 0; i < 10; i++)
            show(() -> Event.fireEvent(
                    view.flow(),
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            5,
                            5,
                            5,
                            5,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            -40,
                            0,
                            -40,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null)));
        say("newest");
        assertThat(texts()).last().isEqualTo("newest");
    }

    @Test
    void rowsFillTheHeightWithoutGapsAndOverlaps() {
        show(() -> model.viewShown(talk.first("bob", "carol")));
        for (int i = 0; i < 40; i++) say("short", "x".repeat(i * 40), "two\nlines");
        show(() -> view.flow().scrollBy(-777));
        List<Bounds> bounds =
                seen(() -> view.flow().cells().stream().map(RowFlowTest::boxOf).toList());
        assertThat(bounds.get(0).getMinY()).isLessThanOrEqualTo(0);
        for (int i = 1; i < bounds.size(); i++)
            assertThat(bounds.get(i).getMinY()).isEqualTo(bounds.get(i - 1).getMaxY());
        assertThat(bounds.get(bounds.size() - 1).getMaxY())
                .isGreaterThanOrEqualTo(seen(() -> view.flow().getHeight()));
    }

    private static Bounds boxOf(RowCell cell) {
        return new BoundingBox(cell.getLayoutX(), cell.getLayoutY(), cell.getWidth(), cell.getHeight());
    }
}
