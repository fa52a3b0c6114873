package dev.parley.desktop.start;

import dev.parley.desktop.settings.PeerChoice;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.Logo;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of somebody who has no name yet: a card in the middle of the window. JavaFX thread. */
public final class FirstStartView extends BorderPane {
    private final FirstStartModel model;
    private final TextField name = new TextField();

    /** @param accept told the choice when the user wants to begin */
    public FirstStartView(FirstStartModel model, Consumer<PeerChoice> accept) {
        this.model = model;
        getStyleClass().add("first-start");
        VBox page = new VBox(card(accept), fromTerminal());
        page.getStyleClass().add("first-start-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        setBottom(foot());
    }

    /** Lets the user type the name at once. */
    public void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private VBox card(Consumer<PeerChoice> accept) {
        name.setId("first-start-name");
        name.textProperty().bindBidirectional(model.name());
        ToggleButton more = more();
        VBox options = options();
        options.visibleProperty().bind(more.selectedProperty());
        options.managedProperty().bind(more.selectedProperty());
        Button start = startButton(accept);
        VBox card = new VBox(
                new HBox(new Logo()),
                title("Welcome to Parley", "card-title"),
                title("Group chat without a server, from person to person.", "card-subtitle"),
                new FormField("Your name", name).helped("Others in the room see this."),
                more,
                options,
                problem(),
                start);
        card.getChildren().get(0).getStyleClass().add("card-logo");
        card.getStyleClass().addAll("card", "first-start-card");
        card.disableProperty().bind(model.busy());
        return card;
    }

    private static Label title(String text, String styleClass) {
        Label label = new Label(text);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private ToggleButton more() {
        ToggleButton more = new ToggleButton();
        more.setId("first-start-more");
        more.getStyleClass().add("quiet-toggle");
        more.textProperty()
                .bind(Bindings.when(more.selectedProperty())
                        .then("Fewer options")
                        .otherwise("More options"));
        more.graphicProperty()
                .bind(Bindings.when(more.selectedProperty())
                        .then(new Icon(Icon.Shape.CHEVRON_UP))
                        .otherwise(new Icon(Icon.Shape.CHEVRON_DOWN)));
        more.setSelected(!model.room().get().isEmpty() || !model.ownService().get());
        return more;
    }

    private VBox options() {
        TextField room = new TextField();
        room.setId("first-start-room");
        room.setPromptText("lobby");
        room.textProperty().bindBidirectional(model.room());
        ServiceField service = new ServiceField(model.ownService(), model.service());
        HBox row = new HBox(new FormField("Room", room), new FormField("Service", service));
        row.getStyleClass().add("form-row");
        row.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        Label help = new Label("The service is the list that tells a newcomer whom to contact first."
                + " No message passes through it.");
        help.setWrapText(true);
        help.getStyleClass().add("form-help");
        VBox options = new VBox(row, help);
        options.getStyleClass().add("form-options");
        return options;
    }

    private Label problem() {
        Label problem = new Label();
        problem.setId("first-start-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("form-problem");
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.objection().get().isEmpty()
                                ? model.failure().get()
                                : model.objection().get(),
                        model.objection(),
                        model.failure()));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Button startButton(Consumer<PeerChoice> accept) {
        Button start = new Button();
        start.setId("first-start-begin");
        start.textProperty().bind(Bindings.when(model.busy()).then("Starting…").otherwise("Start chatting"));
        start.setDefaultButton(true);
        start.setMaxWidth(Double.MAX_VALUE);
        start.getStyleClass().addAll("accent", "large-button");
        start.disableProperty().bind(model.objection().isNotEmpty());
        start.setOnAction(event -> model.choice().ifPresent(accept));
        return start;
    }

    private static HBox fromTerminal() {
        Label words = new Label("From a terminal:");
        Label command = new Label("parley --nogui");
        command.getStyleClass().add("mono");
        HBox line = new HBox(words, command);
        line.getStyleClass().add("first-start-hint");
        return line;
    }

    private static HBox foot() {
        Region dot = new Region();
        dot.getStyleClass().add("idle-dot");
        Label text = new Label("Not in a room yet");
        HBox foot = new HBox(new Group(dot), text);
        foot.getStyleClass().add("first-start-foot");
        return foot;
    }
}
