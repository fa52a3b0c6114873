package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.testing.ManualLater;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.SenderColours;
import dev.parley.desktop.theme.Theme;
import dev.parley.group.GroupEvent.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersViewTest extends FxTest {
    private final ManualLater later = new ManualLater(Instant.parse("2026-11-22T10:04:00Z"));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private MembersModel model;
    private Room room;
    private MembersView view;

    @BeforeEach
    void show() {
        onFx(() -> {
            Fonts.load();
            model = new MembersModel(later, later);
            room = new Room(model).joins("ann", "bob", "carol", "dan").coordinator("bob");
            MemberActions actions = new MemberActions(
                    name -> done.add("tell " + name),
                    name -> done.add("mention " + name),
                    name -> done.add("ping " + name),
                    text -> done.add("copy " + text));
            view = new MembersView(model, actions, new SenderColours(), ZoneOffset.UTC);
            Scene scene = new Scene(view, MembersView.WIDTH, 500);
            Theme.LIGHT.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    private ListView<?> list() {
        return (ListView<?>) view.lookup(".members-list");
    }

    private List<MemberCell> cells() {
        return fromFx(() -> view.lookupAll(".list-cell").stream()
                .map(MemberCell.class::cast)
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .sorted(Comparator.comparingInt(MemberCell::getIndex))
                .toList());
    }

    private MemberCell cellOf(String name) {
        return cells().stream()
                .filter(cell -> cell.getItem().content().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> spoken() {
        return cells().stream().map(Node::getAccessibleText).toList();
    }

    @Test
    void everyRowIsReadOutInWords() {
        onFx(() -> {
            room.leavesChat("dan").loses("carol", Reason.CRASHED);
            model.measured(List.of(new RoundTrip(Room.id("bob"), Optional.of(Duration.ofNanos(400_000)))));
        });
        await().untilAsserted(() -> assertThat(spoken())
                .containsExactly(
                        "ann, you, 192.168.1.20:7800",
                        "bob, coordinator, 192.168.1.21:7800, 0.4 milliseconds",
                        "dan, not in the chat",
                        "carol, crashed 10:04"));
    }

    @Test
    void everyReasonOfALeaveHasItsWord() {
        onFx(() -> room.loses("bob", Reason.LEFT).loses("carol", Reason.UNKNOWN));
        await().untilAsserted(() -> assertThat(spoken()).contains("bob, left 10:04", "carol, gone 10:04"));
    }

    @Test
    void aDoubleClickOnAMemberPreparesAPrivateMessage() {
        robot.clickOn(cellOf("carol"));
        assertThat(done).isEmpty();
        doubleClick(cellOf("carol"));
        assertThat(done).containsExactly("tell carol");
    }

    @Test
    void aDoubleClickBesideTheMembersDoesNothing() {
        robot.clickOn(cellOf("carol"));
        doubleClick(fromFx(this::list));
        assertThat(done).isEmpty();
    }

    private void doubleClick(Node node) {
        MouseButton left = MouseButton.PRIMARY;
        onFx(() -> node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                5,
                5,
                5,
                5,
                left,
                2,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null)));
    }

    @Test
    void theKeyboardChoosesAMemberAndEnterPreparesAPrivateMessage() {
        onFx(view::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
        await().until(() -> done.equals(List.of("tell bob")));
    }

    @Test
    void theRowAtTheKeyboardIsMarkedOnlyWhileTheKeyboardIsUsed() {
        PseudoClass keyboard = PseudoClass.getPseudoClass("keyboard");
        onFx(view::requestFocus);
        assertThat(fromFx(() -> list().getPseudoClassStates())).contains(keyboard);
        robot.clickOn(cellOf("carol"));
        assertThat(fromFx(() -> list().getPseudoClassStates())).doesNotContain(keyboard);
        robot.type(KeyCode.DOWN);
        assertThat(fromFx(() -> list().getPseudoClassStates())).contains(keyboard);
    }

    @Test
    void nobodyWritesToHimselfOrToWhoHasLeft() {
        onFx(() -> room.loses("dan", Reason.LEFT));
        onFx(view::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.ENTER, KeyCode.END, KeyCode.ENTER, KeyCode.UP, KeyCode.ENTER);
        await().until(() -> !done.isEmpty());
        assertThat(done).containsExactly("tell carol");
    }

    @Test
    void theContextMenuTalksMentionsPingsAndCopies() {
        List<MenuItem> items = menuOf("carol");
        assertThat(items)
                .extracting(MenuItem::getText)
                .containsExactly("Private message", "Mention", "Ping", "Copy address");
        onFx(() -> items.forEach(MenuItem::fire));
        assertThat(done).containsExactly("tell carol", "mention carol", "ping carol", "copy 192.168.1.22:7800");
    }

    @Test
    void whatIsNotPossibleWithAMemberIsGreyInItsMenu() {
        assertThat(menuOf("ann")).extracting(MenuItem::isDisable).containsExactly(true, true, true, false);
        onFx(() -> room.leavesChat("carol"));
        assertThat(menuOf("carol")).extracting(MenuItem::isDisable).containsExactly(true, false, true, false);
    }

    private List<MenuItem> menuOf(String name) {
        MemberCell cell = cellOf(name);
        return fromFx(() -> {
            MemberMenu menu = new MemberMenu(new MemberActions(
                    who -> done.add("tell " + who),
                    who -> done.add("mention " + who),
                    who -> done.add("ping " + who),
                    text -> done.add("copy " + text)));
            menu.offer(((MemberRow.Present) cell.getItem().content()).entry());
            return List.copyOf(menu.getItems());
        });
    }

    @Test
    void whoAsksForAMenuOnAMemberGetsItAndNobodyElse() {
        robot.clickOn(cellOf("carol"));
        askForMenu(fromFx(this::list));
        assertThat(openMenus()).isEmpty();
        askForMenu(cellOf("carol"));
        assertThat(openMenus()).hasSize(1);
        onFx(() -> openMenus().get(0).getItems().get(0).fire());
        assertThat(done).containsExactly("tell carol");
    }

    private void askForMenu(Node where) {
        onFx(() -> where.fireEvent(
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, false, null)));
    }

    private List<MemberMenu> openMenus() {
        return fromFx(() -> Window.getWindows().stream()
                .filter(MemberMenu.class::isInstance)
                .map(MemberMenu.class::cast)
                .toList());
    }

    @Test
    void aRoundTripOverAHundredMillisecondsIsMarked() {
        onFx(() -> model.measured(List.of(
                new RoundTrip(Room.id("bob"), Optional.of(Duration.ofMillis(148))),
                new RoundTrip(Room.id("carol"), Optional.of(Duration.ofMillis(100))),
                new RoundTrip(Room.id("dan"), Optional.empty()))));
        assertThat(label("bob", ".member-rtt").getText()).isEqualTo("148 ms");
        assertThat(slow("bob")).isTrue();
        assertThat(slow("carol")).isFalse();
        assertThat(label("dan", ".member-rtt").getText()).isEqualTo("–");
    }

    private Label label(String name, String styleClass) {
        MemberCell cell = cellOf(name);
        return fromFx(() -> (Label) cell.lookup(styleClass));
    }

    private boolean slow(String name) {
        Set<PseudoClass> states = label(name, ".member-rtt").getPseudoClassStates();
        return states.contains(PseudoClass.getPseudoClass("slow"));
    }

    @Test
    void aMemberHasTheColourOfWhatItSays() {
        assertThat(disc("bob").getStyleClass()).contains("sender-1");
        onFx(() -> room.loses("bob", Reason.LEFT));
        assertThat(disc("bob").getStyleClass()).contains("sender-gone").doesNotContain("sender-1");
    }

    private Node disc(String name) {
        MemberCell cell = cellOf(name);
        return fromFx(() -> cell.lookup(".member-disc"));
    }

    @Test
    void inTheRailOnlyAvatarsAreLeftAndTooltipsHaveTheNames() {
        assertThat(cellOf("bob").getTooltip()).isNull();
        onFx(() -> view.compactProperty().set(true));
        MemberCell bob = cellOf("bob");
        assertThat(bob.getTooltip().getText()).startsWith("bob, coordinator");
        assertThat(label("bob", ".member-name").getParent().getParent().isVisible())
                .isFalse();
        assertThat(fromFx(() -> view.prefWidth(-1))).isEqualTo(60);
        assertThat(fromFx(() -> bob.lookup(".member-avatar > .member-star").isVisible()))
                .isTrue();
        onFx(() -> view.compactProperty().set(false));
        assertThat(cellOf("bob").getTooltip()).isNull();
        assertThat(fromFx(() -> bob.lookup(".member-avatar > .member-star").isVisible()))
                .isFalse();
    }

    @Test
    void theSelectedMemberStaysSelectedWhenOthersComeAndFiguresChange() {
        robot.clickOn(cellOf("carol"));
        onFx(() -> {
            room.joins("bea");
            model.measured(List.of(new RoundTrip(Room.id("carol"), Optional.of(Duration.ofMillis(1)))));
        });
        robot.type(KeyCode.ENTER);
        await().until(() -> done.equals(List.of("tell carol")));
    }

    @Test
    void ofTwoHundredMembersOnlyThoseInSightHaveCells() {
        onFx(() ->
                room.joins(IntStream.range(0, 200).mapToObj("m%03d"::formatted).toArray(String[]::new)));
        assertThat(fromFx(() -> list().getItems().size())).isEqualTo(204);
        assertThat(cells()).hasSizeLessThan(30);
    }
}
