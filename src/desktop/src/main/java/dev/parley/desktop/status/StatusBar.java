package dev.parley.desktop.status;

import dev.parley.chat.Addresses;
import dev.parley.chat.SessionState;
import dev.parley.desktop.members.RoundTrip;
import dev.parley.desktop.theme.Icon;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: state, room, address, stack and service, and how much is going on. JavaFX thread. */
public final class StatusBar extends HBox {
    private static final double WIDTH_WITH_SERVICE = 960;

    private final StatusModel model;
    private final ObservableValue<Boolean> joined;

    /** @param copy puts a text into the clipboard */
    public StatusBar(StatusModel model, Consumer<String> copy) {
        this.model = model;
        joined = model.stateProperty().map(state -> state == SessionState.JOINED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("status-bar");
        getChildren().setAll(stateOfSession(), room(), address(copy), stack(), service(), gap);
        getChildren().add(rate("↓", "in", model.inPerSecondProperty().map(Number::intValue)));
        getChildren().add(rate("↑", "out", model.outPerSecondProperty().map(Number::intValue)));
        getChildren().add(median());
    }

    private static <T extends Node> T styled(T node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    private static void showOnly(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private Label stateOfSession() {
        Region dot = styled(new Region(), "state-dot");
        Label word = styled(new Label("", dot), "status-state");
        word.setMinWidth(USE_PREF_SIZE);
        word.textProperty().bind(model.stateProperty().map(StatusBar::wordFor));
        model.stateProperty().addListener((property, old, now) -> mark(dot, now));
        mark(dot, model.stateProperty().get());
        return word;
    }

    private static String wordFor(SessionState state) {
        return switch (state) {
            case JOINING -> "Joining…";
            case JOINED -> "Connected";
            case ALONE -> "Alone";
            case LEFT -> "Left";
        };
    }

    private static void mark(Region dot, SessionState now) {
        for (SessionState state : SessionState.values())
            dot.pseudoClassStateChanged(pseudoClassFor(state), state == now);
    }

    private static PseudoClass pseudoClassFor(SessionState state) {
        return PseudoClass.getPseudoClass(
                switch (state) {
                    case JOINING -> "joining";
                    case JOINED -> "joined";
                    case ALONE -> "alone";
                    case LEFT -> "left";
                });
    }

    private Label room() {
        Label room = styled(new Label(), "status-room");
        room.textProperty().bind(model.roomProperty());
        room.accessibleTextProperty().bind(model.roomProperty().map(name -> "room " + name));
        return room;
    }

    private Button address(Consumer<String> copy) {
        Button address = styled(new Button(), "status-address", "mono");
        address.setGraphic(new Icon(Icon.Shape.NETWORK));
        address.textProperty().bind(model.addressProperty().map(Addresses::text));
        address.accessibleTextProperty()
                .bind(model.addressProperty().map(at -> "address " + Addresses.text(at) + ", copy"));
        address.setTooltip(new Tooltip("Copy address"));
        address.setOnAction(event -> copy.accept(address.getText()));
        address.setMinWidth(USE_PREF_SIZE);
        showOnly(address, model.addressProperty().map(at -> at.isPresent()));
        return address;
    }

    private Label stack() {
        Label stack = styled(new Label("", new Icon(Icon.Shape.FILE)), "status-stack", "mono");
        stack.textProperty().bind(model.factsProperty().map(StatusFacts::stack));
        stack.accessibleTextProperty().bind(model.factsProperty().map(facts -> "stack " + facts.stack()));
        showOnly(stack, model.factsProperty().map(facts -> !facts.stack().isEmpty()));
        return stack;
    }

    private Label service() {
        Label service = styled(new Label("", new Icon(Icon.Shape.SERVICE)), "status-service");
        model.factsProperty().addListener((property, old, now) -> speakFor(service, now));
        speakFor(service, model.factsProperty().get());
        Tooltip tooltip = new Tooltip();
        ObservableValue<String> inFull = model.factsProperty()
                .map(facts -> facts.service().map(URI::toString).orElse("No bootstrap service is known."));
        tooltip.textProperty().bind(inFull);
        service.setTooltip(tooltip);
        service.textProperty().bind(model.factsProperty().map(StatusFacts::serviceText));
        service.accessibleTextProperty().bind(inFull.map(url -> "service " + url));
        showOnly(service, widthProperty().map(width -> width.doubleValue() >= WIDTH_WITH_SERVICE));
        return service;
    }

    /** An address is the machine's voice, its absence a person's. */
    private static void speakFor(Label service, StatusFacts facts) {
        service.getStyleClass().remove("mono");
        if (facts.service().isPresent()) service.getStyleClass().add("mono");
    }

    private Label rate(String arrow, String direction, ObservableValue<Integer> perSecond) {
        Label rate = styled(new Label(), "status-figure", "mono");
        rate.setMinWidth(USE_PREF_SIZE);
        rate.textProperty().bind(perSecond.map(count -> "%s %,d/s".formatted(arrow, count)));
        rate.accessibleTextProperty()
                .bind(perSecond.map(count -> "%d messages %s per second".formatted(count, direction)));
        showOnly(rate, joined);
        return rate;
    }

    private Label median() {
        Label median = styled(new Label(), "status-figure", "mono");
        median.setMinWidth(USE_PREF_SIZE);
        median.textProperty()
                .bind(model.medianRoundTripProperty()
                        .map(time -> "p50 " + time.map(RoundTrip::text).orElse("–")));
        median.setTooltip(new Tooltip("Round trip: half of the members answer faster"));
        showOnly(median, joined);
        return median;
    }
}
