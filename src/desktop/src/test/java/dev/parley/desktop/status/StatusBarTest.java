package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.SessionState;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.testing.ManualLater;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.Theme;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusBarTest extends FxTest {
    private final ManualLater later = new ManualLater(Instant.EPOCH);
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private StatusModel model;
    private StatusBar bar;
    private Pane window;

    @BeforeEach
    void show() {
        onFx(() -> {
            Fonts.load();
            model = new StatusModel(later);
            bar = new StatusBar(model, copied::add);
            model.stateChanged(Events.state(SessionState.JOINED));
            model.factsProperty().set(new StatusFacts("tcp.xml", Optional.of(URI.create("http://localhost:8080"))));
            window = new VBox(bar);
            Scene scene = new Scene(window, 1_000, 100);
            Theme.LIGHT.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    private Node node(String selector) {
        return fromFx(() -> bar.lookup(selector));
    }

    private String text(String selector) {
        return fromFx(() -> ((Labeled) bar.lookup(selector)).getText());
    }

    private List<String> figures() {
        return fromFx(() -> bar.lookupAll(".status-figure").stream()
                .filter(Node::isVisible)
                .map(figure -> ((Labeled) figure).getText())
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"JOINING, Joining…, joining", "JOINED, Connected, joined", "ALONE, Alone, alone", "LEFT, Left, left"})
    void everyStateHasAWordAndADotOfItsOwn(SessionState state, String word, String pseudoClass) {
        onFx(() -> model.stateChanged(Events.state(state)));
        assertThat(text(".status-state")).isEqualTo(word);
        assertThat(fromFx(() -> node(".state-dot").getPseudoClassStates()))
                .containsOnly(PseudoClass.getPseudoClass(pseudoClass));
    }

    @Test
    void itShowsRoomAddressStackAndServiceAndSaysThemAloud() {
        assertThat(text(".status-room")).isEqualTo("lobby");
        assertThat(text(".status-address")).isEqualTo("192.168.1.20:7800");
        assertThat(text(".status-stack")).isEqualTo("tcp.xml");
        assertThat(text(".status-service")).isEqualTo("localhost:8080");
        assertThat(fromFx(() -> bar.getChildren().stream()
                        .map(Node::getAccessibleText)
                        .filter(spoken -> spoken != null)
                        .toList()))
                .containsExactly(
                        "room lobby",
                        "address 192.168.1.20:7800, copy",
                        "stack tcp.xml",
                        "service http://localhost:8080",
                        "0 messages in per second",
                        "0 messages out per second");
    }

    @Test
    void aPressOnTheAddressCopiesIt() {
        robot.clickOn(node(".status-address"));
        assertThat(copied).containsExactly("192.168.1.20:7800");
    }

    @Test
    void withoutAnAddressThereIsNothingToCopy() {
        onFx(() -> model.stateChanged(Events.state(SessionState.LEFT)));
        assertThat(node(".status-address").isVisible()).isFalse();
    }

    @Test
    void aNarrowWindowDropsTheService() {
        assertThat(node(".status-service").isVisible()).isTrue();
        onFx(() -> bar.setMaxWidth(959));
        assertThat(node(".status-service").isVisible()).isFalse();
        assertThat(node(".status-stack").isVisible()).isTrue();
        onFx(() -> bar.setMaxWidth(960));
        assertThat(node(".status-service").isVisible()).isTrue();
    }

    @Test
    void whoIsConnectedSeesRatesAndTheMedianRoundTrip() {
        assertThat(figures()).containsExactly("↓ 0/s", "↑ 0/s", "p50 –");
        onFx(() -> {
            model.messagesAdded(Events.messages(1_200, false));
            later.pass(Duration.ofSeconds(1));
            model.medianRoundTripProperty().set(Optional.of(Duration.ofNanos(400_000)));
        });
        assertThat(figures()).containsExactly("↓ 1,200/s", "↑ 0/s", "p50 0.4 ms");
        onFx(() -> model.stateChanged(Events.state(SessionState.ALONE)));
        assertThat(figures()).isEmpty();
    }

    @Test
    void theBarIsAsHighAsTheDesignSays() {
        assertThat(fromFx(() -> bar.getHeight())).isEqualTo(26);
    }
}
