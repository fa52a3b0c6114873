package dev.parley.desktop.start;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The choice between the service of this machine and another one's URL. JavaFX thread. */
final class ServiceField extends VBox {
    private static final String OWN = "This machine";
    private static final String OTHER = "Another, by its URL";

    private final ComboBox<String> choice = new ComboBox<>();

    ServiceField(BooleanProperty ownService, StringProperty url) {
        TextField field = new TextField();
        field.setPromptText("http://host:port");
        field.setAccessibleText("URL of the service");
        field.textProperty().bindBidirectional(url);
        choice.getItems().addAll(OWN, OTHER);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText("Service");
        choice.setValue(ownService.get() ? OWN : OTHER);
        choice.valueProperty().addListener((property, before, now) -> ownService.set(OWN.equals(now)));
        ownService.addListener((property, before, now) -> choice.setValue(now ? OWN : OTHER));
        field.visibleProperty().bind(ownService.not());
        field.managedProperty().bind(ownService.not());
        getStyleClass().add("service-field");
        getChildren().addAll(choice, field);
    }
}
