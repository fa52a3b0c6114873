package dev.parley.desktop.start;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.controls.ToggleSwitch;
import dev.parley.desktop.settings.Appearance;
import dev.parley.desktop.settings.Rules;
import dev.parley.desktop.settings.SettingsModel;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card in which the user chooses; every change counts at once. JavaFX thread. */
public final class PreferencesView extends StackPane {
    private final SettingsModel settings;

    /** @param close puts the card away */
    public PreferencesView(SettingsModel settings, Runnable close) {
        this.settings = settings;
        VBox rows = new VBox(
                heading("Appearance"),
                themes(),
                row("Text size", "Messages and console. Ctrl + and Ctrl − do the same.", textSize()),
                row("Reduce motion", "Panels open at once, nothing slides.", motion()),
                heading("Next start"),
                row("Name", "What others see you as.", field(settings.name(), Rules.NAME, "Asked at the start")),
                row("Room", "The room to join.", field(settings.room(), Rules.ROOM, "lobby")),
                row("Service", "The list that tells whom to contact first.", service()));
        rows.getStyleClass().add("preferences");
        Button done = new Button("Done");
        done.setId("preferences-done");
        done.getStyleClass().add("accent");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        Label hint = new Label("Changes apply at once; name, room and service from the next start.");
        hint.getStyleClass().add("form-help");
        getChildren().add(new Card("Preferences", rows, close).foot(hint, Card.gap(), done));
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("preferences-heading");
        return heading;
    }

    private static HBox row(String name, String help, Node control) {
        Label title = new Label(name);
        title.setLabelFor(control);
        title.getStyleClass().add("preferences-name");
        Label words = new Label(help);
        words.setWrapText(true);
        words.getStyleClass().add("form-help");
        VBox text = new VBox(title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(text, control);
        row.getStyleClass().add("preferences-row");
        return row;
    }

    private HBox themes() {
        ToggleGroup group = new ToggleGroup();
        HBox themes = new HBox(
                theme(group, Appearance.SYSTEM, "Follow system"),
                theme(group, Appearance.LIGHT, "Light"),
                theme(group, Appearance.DARK, "Dark"));
        themes.getStyleClass().add("theme-choices");
        return themes;
    }

    private VBox theme(ToggleGroup group, Appearance appearance, String name) {
        RadioButton button = new RadioButton(name);
        button.setId("theme-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.setToggleGroup(group);
        button.setSelected(settings.appearance().get() == appearance);
        button.setOnAction(event -> settings.appearance().set(appearance));
        ThemePicture picture = new ThemePicture(appearance);
        picture.chosen(button.isSelected());
        button.selectedProperty().addListener((property, before, now) -> picture.chosen(now));
        picture.setOnMouseClicked(event -> button.fire());
        VBox choice = new VBox(picture, button);
        choice.getStyleClass().add("theme-choice");
        return choice;
    }

    private HBox textSize() {
        Slider slider = new Slider(
                SettingsModel.SMALLEST_TEXT,
                SettingsModel.LARGEST_TEXT,
                settings.textSize().get());
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Text size");
        slider.valueProperty()
                .addListener((property, before, now) -> settings.textSize().set(Math.round(now.floatValue())));
        settings.textSize().addListener((property, before, now) -> slider.setValue(now.doubleValue()));
        Label value = new Label();
        value.getStyleClass().addAll("mono", "preferences-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty().bind(settings.textSize().asString("%d px"));
        HBox control = new HBox(slider, value);
        control.getStyleClass().add("preferences-control");
        return control;
    }

    private ToggleSwitch motion() {
        ToggleSwitch motion = new ToggleSwitch();
        motion.setAccessibleText("Reduce motion");
        motion.selectedProperty().bindBidirectional(settings.reduceMotion());
        return motion;
    }

    private static VBox field(StringProperty value, Rules rule, String prompt) {
        TextField field = new TextField(value.get());
        field.setPromptText(prompt);
        Label problem = problem();
        field.textProperty().addListener((property, before, now) -> {
            boolean blank = now.isBlank();
            String objection = blank ? "" : rule.objection(now).orElse("");
            problem.setText(objection);
            if (objection.isEmpty()) value.set(now.strip());
        });
        VBox control = new VBox(field, problem);
        control.getStyleClass().add("preferences-field");
        return control;
    }

    private VBox service() {
        BooleanProperty own = new SimpleBooleanProperty(settings.service().get().isEmpty());
        SimpleStringProperty url = new SimpleStringProperty(settings.service().get());
        Label problem = problem();
        Runnable keep = () -> {
            String objection =
                    own.get() ? "" : Rules.SERVICE.objection(url.get()).orElse("");
            problem.setText(objection);
            if (objection.isEmpty())
                settings.service().set(own.get() ? "" : Rules.url(url.get()).toString());
        };
        own.addListener(observable -> keep.run());
        url.addListener(observable -> keep.run());
        VBox control = new VBox(new ServiceField(own, url), problem);
        control.getStyleClass().add("preferences-field");
        return control;
    }

    private static Label problem() {
        Label problem = new Label();
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("form-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
