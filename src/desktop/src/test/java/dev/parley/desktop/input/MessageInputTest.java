package dev.parley.desktop.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.RoomName;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.desktop.completion.Choice;
import dev.parley.desktop.completion.CompletionSource;
import dev.parley.desktop.completion.Desk;
import dev.parley.desktop.completion.Keyboard;
import dev.parley.desktop.completion.Proposal;
import dev.parley.desktop.testing.FxTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageInputTest extends FxTest implements MessageActions {
    private static final CompletionSource COMMANDS = (line, cursor) -> new Proposal(
                    line.lastIndexOf(' ', cursor - 1) + 1,
                    cursor,
                    "",
                    List.of(
                            new Choice("ping", "ping", "", "command", true),
                            new Choice("play", "play", "", "command", true)),
                    Optional.empty())
            .narrowedTo(line.substring(line.lastIndexOf(' ', cursor - 1) + 1, cursor));

    private final List<String> said = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final Deque<CompletableFuture<Optional<String>>> answers = new ArrayDeque<>();
    private final Map<String, String> saved = new HashMap<>();
    private Desk desk;
    private MessageInputModel model;
    private MessageInput input;
    private TextArea area;
    private Keyboard keyboard;

    @Override
    public CompletionStage<Optional<String>> say(String text) {
        said.add(text);
        return answers.isEmpty() ? CompletableFuture.completedFuture(Optional.empty()) : answers.removeFirst();
    }

    @Override
    public void command(String line) {
        commands.add(line);
    }

    @BeforeEach
    void open() {
        onFx(() -> {
            desk = new Desk(900, 500);
            open(Map.of());
            enter("lobby", SessionState.JOINED);
        });
    }

    private void open(Map<String, String> drafts) {
        model = new MessageInputModel(desk.fxThread(), this, drafts, map -> {
            saved.clear();
            saved.putAll(map);
        });
        input = new MessageInput(model, desk.popup(), new ChatSource(COMMANDS, MessageInputTest::roster));
        input.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        StackPane.setAlignment(input, Pos.BOTTOM_CENTER);
        desk.show(new StackPane(input));
        area = (TextArea) input.lookup(".text-area");
        keyboard = new Keyboard(area);
        input.focus();
    }

    @AfterEach
    void close() {
        onFx(() -> desk.close());
    }

    private static Roster roster() {
        return new Roster("v", List.of(entry("ann", true), entry("bob", false), entry("zoë", false)));
    }

    private static Roster.Entry entry(String name, boolean self) {
        return new Roster.Entry(UUID.randomUUID(), Optional.empty(), name, !self, self, true, Optional.empty());
    }

    private void enter(String room, SessionState state) {
        model.stateChanged(new SessionEvent.StateChanged(state, new RoomName(room), "ann", Optional.empty()));
    }

    @Test
    void enterSaysTheTextAndEmptiesTheInput() {
        type("hello you");
        press(KeyCode.ENTER);
        assertThat(said).containsExactly("hello you");
        assertThat(text()).isEmpty();
    }

    @Test
    void shiftEnterBeginsANewLineAndTheInputGrowsToFiveLines() {
        double before = fromFx(() -> input.getHeight());
        type("one");
        press(KeyCode.ENTER, KeyCode.SHIFT);
        type("two");
        assertThat(text()).isEqualTo("one\ntwo");
        await().until(() -> fromFx(() -> input.getHeight()) > before + 10);
        onFx(() -> model.draftProperty().set("1\n2\n3\n4\n5"));
        await().until(() -> fromFx(() -> input.getHeight()) > before + 50);
        double five = fromFx(() -> input.getHeight());
        onFx(() -> model.draftProperty().set("1\n2\n3\n4\n5\n6\n7"));
        assertThat(fromFx(() -> input.getHeight())).isEqualTo(five);
        onFx(() -> model.draftProperty().set(""));
        await().until(() -> fromFx(() -> input.getHeight()) == before);
    }

    @Test
    void aSlashRunsACommandAndTwoSayATextWithOne() {
        type("/ping bob");
        press(KeyCode.ENTER);
        type("//etc is a folder");
        press(KeyCode.ENTER);
        type("/");
        press(KeyCode.ENTER);
        assertThat(commands).containsExactly("ping bob");
        assertThat(said).containsExactly("/etc is a folder");
    }

    @Test
    void aBlankTextIsNotSent() {
        type("   ");
        press(KeyCode.ENTER);
        assertThat(said).isEmpty();
        assertThat(text()).isEqualTo("   ");
    }

    @Test
    void theButtonSendsToo() {
        type("pressed");
        onFx(() -> ((Button) input.lookup(".send-button")).fire());
        assertThat(said).containsExactly("pressed");
    }

    @Test
    void upRecallsWhatWasSentAndDownComesBack() {
        for (String text : List.of("first", "second", "/ping bob")) {
            type(text);
            press(KeyCode.ENTER);
        }
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("/ping bob");
        assertThat(fromFx(() -> desk.popup().isOpen())).isFalse();
        press(KeyCode.UP);
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("first");
        press(KeyCode.DOWN);
        assertThat(text()).isEqualTo("second");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(text()).isEmpty();
    }

    @Test
    void upLeavesATextAloneThatIsBeingWritten() {
        type("sent");
        press(KeyCode.ENTER);
        type("new");
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("new");
    }

    @Test
    void whatCouldNotBeSaidComesBackBeforeWhatWasTypedMeanwhile() {
        CompletableFuture<Optional<String>> first = new CompletableFuture<>();
        CompletableFuture<Optional<String>> second = new CompletableFuture<>();
        answers.addAll(List.of(first, second));
        type("one");
        press(KeyCode.ENTER);
        type("two");
        press(KeyCode.ENTER);
        type("three");
        first.complete(Optional.of("Nobody hears."));
        await().until(() -> text().equals("one\nthree"));
        assertThat(problem()).isEqualTo("Nobody hears.");
        second.completeExceptionally(new IllegalStateException("gone"));
        await().until(() -> text().equals("one\ntwo\nthree"));
        assertThat(problem()).contains("IllegalStateException");
        press(KeyCode.DELETE);
        type("!");
        assertThat(problem()).isEmpty();
    }

    @Test
    void whileNotInARoomOneCanTypeAndSendingSaysWhy() {
        onFx(() -> enter("lobby", SessionState.JOINING));
        type("early");
        press(KeyCode.ENTER);
        assertThat(problem()).contains("joining lobby");
        onFx(() -> enter("lobby", SessionState.LEFT));
        press(KeyCode.ENTER);
        assertThat(problem()).contains("/join");
        assertThat(text()).isEqualTo("early");
        assertThat(said).isEmpty();
    }

    @Test
    void whatKeptATextFromBeingSaidIsNoLongerShownWhenItIsOver() {
        onFx(() -> enter("lobby", SessionState.JOINING));
        type("early");
        press(KeyCode.ENTER);
        onFx(() -> enter("lobby", SessionState.ALONE));
        assertThat(problem()).isEmpty();
        assertThat(text()).isEqualTo("early");
    }

    @Test
    void aTextThatIsTooLongStaysWithASentence() {
        onFx(() -> model.draftProperty().set("ä".repeat(40_000)));
        press(KeyCode.ENTER);
        assertThat(problem()).contains("80,000 bytes");
        assertThat(text()).hasSize(40_000);
        assertThat(said).isEmpty();
    }

    @Test
    void aPastedMegabyteIsRefusedAndPastedControlCharactersAreMadeHarmless() {
        onFx(() -> area.replaceSelection("x".repeat(1 << 20)));
        assertThat(problem()).contains("too long");
        assertThat(text()).isEmpty();
        onFx(() -> area.replaceSelection("a\u001b[31m\u202eb\r\nc"));
        assertThat(text()).isEqualTo("a\uFFFD[31m\uFFFDb\nc");
    }

    @Test
    void aPasteWhoseLayoutWouldStopTheWindowIsRefused() {
        onFx(() -> area.replaceSelection("a\u0301\u0302".repeat(3_000)));
        assertThat(problem()).contains("break it");
        assertThat(text()).isEmpty();
        onFx(() -> area.replaceSelection(("\u05d0".repeat(50) + "\n").repeat(100)));
        assertThat(text()).hasSize(5_100);
        assertThat(problem()).isEmpty();
    }

    @Test
    void eachRoomHasItsDraftAndDraftsAreHandedOverForKeeping() {
        type("for the lobby");
        onFx(() -> enter("garden", SessionState.JOINED));
        assertThat(text()).isEmpty();
        type("for the garden");
        onFx(() -> enter("lobby", SessionState.JOINED));
        assertThat(text()).isEqualTo("for the lobby");
        onFx(() -> model.saveDrafts());
        assertThat(saved).isEqualTo(Map.of("lobby", "for the lobby", "garden", "for the garden"));
        onFx(() -> {
            open(Map.copyOf(saved));
            enter("garden", SessionState.JOINING);
        });
        assertThat(text()).isEqualTo("for the garden");
    }

    @Test
    void draftsAreSavedAMomentAfterTyping() {
        type("unsent");
        await().until(() -> fromFx(() -> "unsent".equals(saved.get("lobby"))));
    }

    @Test
    void aNameIsCompletedWithAndWithoutAtSign() {
        type("hi b");
        press(KeyCode.TAB);
        await().until(() -> text().equals("hi bob "));
        type("and @z");
        await().until(() -> fromFx(() -> desk.popup().isOpen()));
        press(KeyCode.ENTER);
        await().until(() -> text().equals("hi bob and @zoë "));
        assertThat(said).isEmpty();
    }

    @Test
    void aSlashOffersTheCommandsByItself() {
        type("/pl");
        await().until(() -> fromFx(() -> desk.popup().isOpen()));
        press(KeyCode.TAB);
        await().until(() -> text().equals("/play "));
    }

    @Test
    void aPrivateMessageCanBePreparedBeforeWhatIsTyped() {
        type("psst");
        onFx(() -> input.prepare("/tell bob "));
        assertThat(text()).isEqualTo("/tell bob psst");
        onFx(() -> input.prepare("/tell zoë "));
        assertThat(text()).isEqualTo("/tell zoë ");
        press(KeyCode.UP);
        onFx(() -> model.draftProperty().set("hello "));
        onFx(() -> input.prepare("@bob "));
        assertThat(text()).isEqualTo("hello @bob ");
    }

    @Test
    void hintsVanishWithTheFirstCharacterAndTabLeavesAnEmptyInput() {
        Node hints = fromFx(() -> input.lookup(".input-hints"));
        assertThat(hints.isVisible()).isTrue();
        press(KeyCode.TAB);
        assertThat(fromFx(() -> desk.scene().getFocusOwner())).isSameAs(fromFx(() -> input.lookup(".send-button")));
        onFx(() -> input.focus());
        type("x");
        assertThat(hints.isVisible()).isFalse();
    }

    private void type(String text) {
        onFx(() -> keyboard.type(text));
    }

    private void press(KeyCode code, KeyCode... held) {
        onFx(() -> keyboard.press(code, held));
    }

    private String text() {
        return fromFx(() -> area.getText());
    }

    private String problem() {
        return fromFx(() -> ((Label) input.lookup(".input-problem")).getText());
    }
}
