package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionState;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.SenderColours;
import dev.parley.desktop.theme.Theme;
import dev.parley.group.GroupEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatLogViewTest extends FxTest {
    private final Talk talk = new Talk("ann");
    private final List<String> asked = new ArrayList<>();
    private ChatLogModel model;
    private ChatLogView view;
    private Stage stage;

    @BeforeEach
    void open() {
        onFx(() -> {
            Fonts.load();
            model = new ChatLogModel(count -> CompletableFuture.completedFuture(List.of()), talk, Runnable::run);
            model.stateChanged(talk.state(SessionState.JOINED));
            LogActions actions = new LogActions(
                    link -> asked.add("open " + link),
                    text -> asked.add("copy " + text),
                    name -> asked.add("reply " + name),
                    name -> asked.add("tell " + name),
                    () -> new Invitation("parley --bootstrap http://127.0.0.1:8080 bob", "Send it."));
            view = new ChatLogView(model, new SenderColours(), actions);
            Scene scene = new Scene(view, 900, 500);
            Theme.LIGHT.dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        onFx(stage::close);
    }

    /** Does this and looks at the window as it is after the next frame. */
    private void show(Runnable change) {
        onFx(() -> {
            change.run();
            layOut();
        });
    }

    private void layOut() {
        for (int pass = 0; pass < 3; pass++) {
            view.flow().requestLayout();
            view.applyCss();
            view.layout();
        }
    }

    private <T> T seen(Callable<T> question) {
        return fromFx(() -> {
            layOut();
            return question.call();
        });
    }

    private void say(String... texts) {
        show(() -> model.messagesAdded(added(
                List.of(texts).stream().map(text -> talk.says("bob", text)).toArray(ChatMessage[]::new))));
    }

    private void sayMany(String text, int count) {
        say(IntStream.range(0, count).mapToObj(i -> text + i).toArray(String[]::new));
    }

    private List<String> texts() {
        return seen(() -> view.flow().cells().stream()
                .map(RowCell::row)
                .map(model.words()::plain)
                .toList());
    }

    private RowCell cell(String text) {
        return view.flow().cells().stream()
                .filter(cell -> model.words().plain(cell.row()).equals(text))
                .findFirst()
                .orElseThrow();
    }

    private MessageCell message(String text) {
        return (MessageCell) cell(text);
    }

    private double topOf(String text) {
        return seen(() -> cell(text).getLayoutY());
    }

    private void press(KeyCode code, boolean shift, boolean shortcut) {
        show(() -> Event.fireEvent(
                view.flow(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
    }

    private void press(KeyCode code) {
        press(code, false, false);
    }

    /** A place in the text of a message: before this character. */
    private Point2D placeIn(String text, int character) {
        MessageText shown = message(text).text();
        for (double x = 0; x < shown.getWidth(); x++)
            if (shown.hit(x, 8).getInsertionIndex() >= character
                    && shown.hit(x, 8).getCharIndex() >= character) return shown.localToScene(x + 1, 8);
        return shown.localToScene(shown.getWidth() - 1, 8);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, Point2D at, int clicks, boolean shift) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_MOVED;
        Point2D local = view.flow().sceneToLocal(at);
        Event.fireEvent(
                view.flow(),
                new MouseEvent(
                        view.flow(),
                        view.flow(),
                        type,
                        local.getX(),
                        local.getY(),
                        at.getX(),
                        at.getY(),
                        type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY,
                        clicks,
                        shift,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private void drag(Callable<Point2D> from, Callable<Point2D> to) {
        Point2D start = seen(from);
        show(() -> mouse(MouseEvent.MOUSE_PRESSED, start, 1, false));
        Point2D end = seen(to);
        show(() -> mouse(MouseEvent.MOUSE_DRAGGED, end, 1, false));
    }

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
    void whenWhatIsReadIsTrimmedTheOldestRowsAreShown() {
        sayMany("line ", 200);
        show(() -> view.flow().jumpToOldest());
        sayMany("flood ", 10_100);
        assertThat(texts()).first().isEqualTo("flood 100");
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
        List<Bounds> bounds = seen(
                () -> view.flow().cells().stream().map(ChatLogViewTest::boxOf).toList());
        assertThat(bounds.get(0).getMinY()).isLessThanOrEqualTo(0);
        for (int i = 1; i < bounds.size(); i++)
            assertThat(bounds.get(i).getMinY()).isEqualTo(bounds.get(i - 1).getMaxY());
        assertThat(bounds.get(bounds.size() - 1).getMaxY())
                .isGreaterThanOrEqualTo(seen(() -> view.flow().getHeight()));
    }

    private static Bounds boxOf(RowCell cell) {
        return new BoundingBox(cell.getLayoutX(), cell.getLayoutY(), cell.getWidth(), cell.getHeight());
    }

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

    private String currentText() {
        return fromFx(() -> view.reading().current().map(model.words()::plain).orElse(""));
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
    void escTakesTheUnreadLineAway() {
        show(() -> model.windowFocusedProperty().set(false));
        say("unseen");
        assertThat(seen(() -> view.lookup(".unread-line").isVisible())).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(seen(() -> view.lookup(".unread-line").isVisible())).isFalse();
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
