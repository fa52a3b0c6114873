package dev.parley.desktop.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.desktop.completion.Keyboard;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.testing.FxTest;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogPaneTest extends FxTest {
    private static final String NAME = "dev.parley.desktop.console.LogPaneTestSource";

    private final Logger logger = LogManager.getLogger(NAME);
    private LogModel model;
    private LogPane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        Configurator.setLevel(NAME, Level.DEBUG);
        onFx(() -> {
            model = new LogModel(new FxThread());
            model.wantedProperty().set("LogPaneTestSource");
            pane = new LogPane(model);
            stage = new Stage();
            stage.setScene(new Scene(pane, 600, 300));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            model.close();
            stage.close();
        });
        Configurator.setLevel(NAME, (Level) null);
    }

    @Test
    void whatIsLoggedIsShownWithItsLevelAndSource() {
        logger.info("a line\u001b[31m");
        await().until(() -> !messages().isEmpty());
        LogLine line = fromFx(() -> model.shown().get(0));
        assertThat(line.message()).isEqualTo("a line\uFFFD[31m");
        assertThat(line.source()).isEqualTo("LogPaneTestSource");
        assertThat(line.level()).isEqualTo(Level.INFO);
    }

    @Test
    void theLevelAndTheTextFilterWhatIsShown() {
        logger.debug("some detail");
        logger.info("some news");
        logger.warn("some warning");
        await().until(() -> messages().size() == 3);
        onFx(() -> model.levelProperty().set(Level.INFO));
        assertThat(messages()).containsExactly("some news", "some warning");
        onFx(() -> model.wantedProperty().set("NEWS"));
        assertThat(messages()).containsExactly("some news");
        onFx(() -> model.levelProperty().set(Level.WARN));
        assertThat(messages()).isEmpty();
    }

    @Test
    void warningsCountUntilSomebodyLooks() {
        logger.warn("first");
        logger.info("no warning");
        logger.error("second");
        await().until(() -> messages().size() == 3);
        assertThat(unseen()).isGreaterThanOrEqualTo(2);
        onFx(() -> model.watchedProperty().set(true));
        assertThat(unseen()).isZero();
        logger.warn("seen at once");
        await().until(() -> messages().size() == 4);
        assertThat(unseen()).isZero();
    }

    @Test
    void anExceptionIsFoldedUnderItsLine() {
        logger.error("failed", new IllegalStateException("because"));
        await().until(() -> messages().size() == 1);
        LogLine line = fromFx(() -> model.shown().get(0));
        assertThat(line.unfolded()).isFalse();
        assertThat(line.trace().get(0)).isEqualTo("java.lang.IllegalStateException: because");
        onFx(() -> {
            pane.getSelectionModel().select(0);
            new Keyboard(pane).press(KeyCode.ENTER);
        });
        assertThat(fromFx(() -> model.shown().get(0).unfolded())).isTrue();
    }

    @Test
    void onlyTheLastLinesAreKeptAndTheEndStaysInSight() {
        IntStream.range(0, LogModel.MOST_LINES + 50).forEach(i -> logger.info("line {}", i));
        String last = "line " + (LogModel.MOST_LINES + 49);
        await().until(() -> messages().contains(last));
        assertThat(messages().size()).isLessThanOrEqualTo(LogModel.MOST_LINES);
        await().until(() -> fromFx(() -> lastInSight().equals(last)));
    }

    @Test
    void nothingIsHeardAfterTheEnd() {
        onFx(() -> model.close());
        logger.warn("after the end");
        onFx(() -> model = new LogModel(new FxThread()));
        logger.warn("heard by the next");
        await().until(() -> fromFx(
                () -> model.shown().stream().anyMatch(line -> line.message().equals("heard by the next"))));
        assertThat(fromFx(() -> pane.getItems().stream()
                        .noneMatch(line -> line.message().equals("after the end"))))
                .isTrue();
    }

    private String lastInSight() {
        VirtualFlow<?> flow = (VirtualFlow<?>) pane.lookup(".virtual-flow");
        IndexedCell<?> cell = flow.getLastVisibleCell();
        return cell != null && cell.getItem() instanceof LogLine line ? line.message() : "";
    }

    private List<String> messages() {
        return fromFx(() -> model.shown().stream().map(LogLine::message).toList());
    }

    private int unseen() {
        return fromFx(() -> model.unseenWarningsProperty().get());
    }
}
