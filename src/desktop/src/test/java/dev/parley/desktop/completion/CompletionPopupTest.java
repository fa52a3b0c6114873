package dev.parley.desktop.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.desktop.testing.FxTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionPopupTest extends FxTest {
    private static final List<String> NAMES = List.of("ann", "anton", "bob", "carol", "caroline");

    private Desk desk;
    private TextField field;
    private Completing completing;
    private Keyboard keyboard;
    private volatile List<String> names = NAMES;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Optional<Signature> signature = Optional.empty();

    @BeforeEach
    void open() {
        onFx(() -> {
            desk = new Desk(900, 500);
            field = new TextField();
            keyboard = new Keyboard(field);
            HBox line = new HBox(field);
            line.setMaxHeight(30);
            StackPane.setAlignment(line, Pos.BOTTOM_LEFT);
            completing = desk.popup().attach(field, line, this::propose, before -> before.startsWith("@"));
            desk.show(new StackPane(line));
            field.requestFocus();
        });
    }

    @AfterEach
    void close() {
        onFx(() -> desk.close());
    }

    private Proposal propose(String text, int cursor) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            return Proposal.nothingAt(cursor);
        }
        int start = Math.max(text.lastIndexOf(' ', cursor - 1) + 1, text.startsWith("@") ? 1 : 0);
        String typed = text.substring(start, cursor);
        List<Choice> choices = names.stream()
                .map(name -> new Choice(name, name, "about " + name, "member", !name.endsWith("/")))
                .toList();
        return new Proposal(start, cursor, "", choices, signature).narrowedTo(typed);
    }

    @Test
    void aSingleCandidateIsInsertedAtOnce() {
        type("hi b");
        press(KeyCode.TAB);
        await().until(() -> text().equals("hi bob "));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void whatAllCandidatesBeginWithComesFirstThenTheChoice() {
        type("c");
        press(KeyCode.TAB);
        await().until(this::isOpen);
        assertThat(text()).isEqualTo("carol");
        assertThat(shown()).containsExactly("carol", "caroline");
    }

    @Test
    void arrowsChooseAndEnterAccepts() {
        openWith("a");
        assertThat(text()).isEqualTo("an");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        await().until(() -> text().equals("anton "));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void upGoesRoundToTheLastAndTabAccepts() {
        openWith("");
        press(KeyCode.UP);
        press(KeyCode.TAB);
        await().until(() -> text().equals("caroline "));
    }

    @Test
    void escapeClosesAndLeavesTheTextAlone() {
        openWith("a");
        press(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(text()).isEqualTo("an");
    }

    @Test
    void typingNarrowsAtOnceWhateverTheSourceDoes() {
        openWith("a");
        gate = new CountDownLatch(1);
        type("t");
        assertThat(text()).isEqualTo("ant");
        assertThat(shown()).containsExactly("anton");
        gate.countDown();
        press(KeyCode.ENTER);
        await().until(() -> text().equals("anton "));
    }

    @Test
    void whatNoCandidateBeginsWithClosesIt() {
        openWith("a");
        type("x");
        await().until(() -> !isOpen());
        type(" and more");
        assertThat(text()).isEqualTo("anx and more");
    }

    @Test
    void aClickAcceptsAndTheInputKeepsTheFocus() {
        openWith("a");
        onFx(() -> click(rows().get(1)));
        await().until(() -> text().equals("anton "));
        assertThat(fromFx(() -> desk.scene().getFocusOwner() == field)).isTrue();
    }

    @Test
    void someTextsOpenItByThemselvesAndEscapeKeepsItClosedForThatWord() {
        type("@");
        await().until(this::isOpen);
        press(KeyCode.ESCAPE);
        type("a");
        onFx(() -> completing.quietly(() -> field.setText("")));
        type("@");
        await().until(this::isOpen);
        assertThat(shown()).hasSize(5);
    }

    @Test
    void aTextSetByTheProgramOpensNothing() {
        CountDownLatch asked = new CountDownLatch(1);
        onFx(() -> completing.quietly(() -> field.setText("@a")));
        onFx(() -> desk.popup()
                .worker()
                .ask(new CompletionWorker.Question(
                        (text, at) -> Proposal.nothingAt(at), "", 0, answer -> asked.countDown())));
        await().until(() -> asked.getCount() == 0);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void enterOnAWordThatStandsThereAlreadyIsLeftToTheInput() {
        names = List.of("ann", "annette");
        openWith("ann");
        onFx(() -> {
            field.setOnAction(event -> field.setText("sent"));
            keyboard.press(KeyCode.ENTER);
        });
        assertThat(text()).isEqualTo("sent");
    }

    @Test
    void manyCandidatesAreScrolledThroughEightAtATime() {
        names = IntStream.range(10, 60).mapToObj(i -> "peer" + i).toList();
        openWith("peer");
        assertThat(shown()).hasSize(8).startsWith("peer10");
        onFx(() -> IntStream.range(0, 9).forEach(i -> keyboard.press(KeyCode.DOWN)));
        assertThat(shown()).startsWith("peer12").endsWith("peer19");
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.ENTER);
        await().until(() -> text().equals("peer27 "));
    }

    @Test
    void itStandsAboveTheInputInsideTheScene() {
        onFx(() -> completing.quietly(() -> {
            field.setText("x".repeat(30) + " ");
            field.end();
        }));
        openWith("a");
        Bounds popup = fromFx(() -> desk.popup().view().getBoundsInParent());
        Bounds anchor = fromFx(() -> field.localToScene(field.getLayoutBounds()));
        Bounds body = fromFx(
                () -> desk.popup().view().localToScene(desk.popup().view().getLayoutBounds()));
        assertThat(body.getMaxY()).isLessThanOrEqualTo(anchor.getMinY());
        assertThat(body.getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(body.getMaxX()).isLessThanOrEqualTo(900);
        assertThat(popup.getWidth()).isGreaterThan(300);
    }

    @Test
    void theArgumentAtTheCursorStandsOut() {
        signature = Optional.of(new Signature(
                List.of(new Signature.Part("tell", false), new Signature.Part("name", true)), "Say it to one."));
        openWith("tell a");
        assertThat(texts(".usage-current")).containsExactly("name");
        assertThat(texts(".completion-sentence")).containsExactly("Say it to one.");
        assertThat(texts(".completion-matches")).containsExactly("2 matches");
        assertThat(fromFx(() -> field.getAccessibleHelp())).startsWith("ann, member, 1 of 2");
    }

    @Test
    void aSourceThatFailsLeavesTheInputUsable() {
        names = null;
        type("a");
        press(KeyCode.TAB);
        type("n");
        names = NAMES;
        press(KeyCode.TAB);
        await().until(this::isOpen);
        assertThat(text()).isEqualTo("an");
    }

    private void openWith(String typed) {
        type(typed);
        press(KeyCode.TAB);
        await().until(this::isOpen);
    }

    private boolean isOpen() {
        return fromFx(() -> desk.popup().isOpen());
    }

    private String text() {
        return fromFx(() -> field.getText());
    }

    private void type(String text) {
        onFx(() -> keyboard.type(text));
    }

    private void press(KeyCode code) {
        onFx(() -> keyboard.press(code));
    }

    private static void click(Node node) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private List<Node> rows() {
        return desk.overlay().lookupAll(".choice-row").stream()
                .filter(Node::isVisible)
                .toList();
    }

    private List<String> shown() {
        return fromFx(() -> rows().stream()
                .map(row -> label(row, ".choice-typed") + label(row, ".choice-rest"))
                .toList());
    }

    private static String label(Node row, String selector) {
        return ((Label) row.lookup(selector)).getText();
    }

    private List<String> texts(String selector) {
        return fromFx(() -> desk.overlay().lookupAll(selector).stream()
                .map(node -> node instanceof Text text ? text.getText() : ((Label) node).getText())
                .toList());
    }
}
