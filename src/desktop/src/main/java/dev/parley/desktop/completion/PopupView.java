package dev.parley.desktop.completion;

import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Plural;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The popup as it is drawn: signature, choices, keys. JavaFX thread. */
final class PopupView extends VBox {
    private final TextFlow usage = new TextFlow();
    private final Label sentence = new Label();
    private final VBox head = new VBox(usage, sentence);
    private final ChoiceRows rows;
    private final Label matches = new Label();

    PopupView(Consumer<Choice> taken) {
        rows = new ChoiceRows(taken);
        getStyleClass().add("completion-popup");
        head.getStyleClass().add("completion-head");
        usage.getStyleClass().add("completion-usage");
        sentence.getStyleClass().add("completion-sentence");
        getChildren().setAll(head, rows, foot());
        setAccessibleText("Completion");
    }

    private HBox foot() {
        matches.getStyleClass().add("completion-matches");
        matches.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(
                keycap("↑"),
                keycap("↓"),
                key("choose"),
                keycap("Tab"),
                key("accept"),
                keycap("Esc"),
                key("close"),
                space,
                matches);
        foot.getStyleClass().add("completion-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label keycap(String text) {
        Label keycap = new Label(text);
        keycap.getStyleClass().add("keycap");
        keycap.setMinWidth(Region.USE_PREF_SIZE);
        return keycap;
    }

    private static Label key(String meaning) {
        Label label = new Label(meaning);
        label.getStyleClass().add("completion-key");
        return label;
    }

    void show(Proposal proposal) {
        showHead(proposal.signature());
        boolean any = !proposal.choices().isEmpty();
        rows.setVisible(any);
        rows.setManaged(any);
        rows.show(proposal);
        int count = proposal.choices().size();
        matches.setText(any ? count + (count == 1 ? " match" : " matches") : "nothing to choose from");
        setAccessibleHelp(Plural.of(count, "choice"));
    }

    ChoiceRows rows() {
        return rows;
    }

    Optional<Choice> chosen() {
        return rows.chosen();
    }

    private void showHead(Optional<Signature> signature) {
        head.setVisible(signature.isPresent());
        head.setManaged(signature.isPresent());
        usage.getChildren().clear();
        if (signature.isEmpty()) return;
        for (Signature.Part part : signature.get().parts()) {
            if (!usage.getChildren().isEmpty()) usage.getChildren().add(text(" ", false));
            usage.getChildren().add(text(HarmlessText.line(part.text()), part.current()));
        }
        sentence.setText(signature.get().sentence());
    }

    private static Text text(String content, boolean current) {
        Text text = new Text(content);
        text.getStyleClass().add(current ? "usage-current" : "usage-part");
        return text;
    }
}
