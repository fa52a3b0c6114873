package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionState;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.SenderColours;
import dev.parley.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A chat log in a window, and what a test does with it. */
abstract class ShownLogTest extends FxTest {
    final Talk talk = new Talk("ann");
    final KeptLog kept = new KeptLog();
    final List<String> asked = new ArrayList<>();
    ChatLogModel model;
    ChatLogView view;
    Stage stage;

    @BeforeEach
    void open() {
        onFx(() -> {
            Fonts.load();
            model = new ChatLogModel(kept, talk, Runnable::run);
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
    void show(Runnable change) {
        onFx(() -> {
            change.run();
            layOut();
        });
    }

    void layOut() {
        for (int pass = 0; pass < 3; pass++) {
            view.flow().requestLayout();
            view.applyCss();
            view.layout();
        }
    }

    <T> T seen(Callable<T> question) {
        return fromFx(() -> {
            layOut();
            return question.call();
        });
    }

    void say(String... texts) {
        show(() -> model.messagesAdded(added(
                List.of(texts).stream().map(text -> talk.says("bob", text)).toArray(ChatMessage[]::new))));
    }

    void sayMany(String text, int count) {
        say(IntStream.range(0, count).mapToObj(i -> text + i).toArray(String[]::new));
    }

    List<String> texts() {
        return seen(() -> view.flow().cells().stream()
                .map(RowCell::row)
                .map(model.words()::plain)
                .toList());
    }

    RowCell cell(String text) {
        return view.flow().cells().stream()
                .filter(cell -> model.words().plain(cell.row()).equals(text))
                .findFirst()
                .orElseThrow();
    }

    MessageCell message(String text) {
        return (MessageCell) cell(text);
    }

    double topOf(String text) {
        return seen(() -> cell(text).getLayoutY());
    }

    void press(KeyCode code, boolean shift, boolean shortcut) {
        show(() -> Event.fireEvent(
                view.flow(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
    }

    void press(KeyCode code) {
        press(code, false, false);
    }

    String currentText() {
        return fromFx(() -> view.reading().current().map(model.words()::plain).orElse(""));
    }

    /** A place in the text of a message: before this character. */
    Point2D placeIn(String text, int character) {
        MessageText shown = message(text).text();
        for (double x = 0; x < shown.getWidth(); x++)
            if (shown.hit(x, 8).getInsertionIndex() >= character
                    && shown.hit(x, 8).getCharIndex() >= character) return shown.localToScene(x + 1, 8);
        return shown.localToScene(shown.getWidth() - 1, 8);
    }

    void mouse(javafx.event.EventType<MouseEvent> type, Point2D at, int clicks, boolean shift) {
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
}
