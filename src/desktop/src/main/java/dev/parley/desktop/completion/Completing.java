package dev.parley.desktop.completion;

import dev.parley.console.command.Words;
import dev.parley.console.text.HarmlessText;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One input's use of the popup: which keys mean what, when it is asked anew, what is written when a choice is taken. A key
 * that it has used is consumed; whoever filters keys of the same input later should look at that. JavaFX thread.
 */
public final class Completing {
    /** Where the candidates come from, and after which text they are offered without being asked for. */
    record Offer(CompletionSource source, Predicate<String> opensItself) {}

    private enum Reason {
        ASKED,
        TYPED
    }

    private static final int NOWHERE = -1;
    private final CompletionPopup popup;
    private final TextInputControl input;
    private final Node anchor;
    private final Offer offer;
    private Proposal proposal = Proposal.nothingAt(0);
    private String textBefore = "";
    private String seen = "";
    private boolean quiet;
    private int dismissedAt = NOWHERE;
    private long question;

    Completing(CompletionPopup popup, TextInputControl input, Node anchor, Offer offer) {
        this.popup = popup;
        this.input = input;
        this.anchor = anchor;
        this.offer = offer;
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        input.textProperty().addListener((text, before, now) -> {
            if (!quiet && isOpen()) narrow();
        });
        input.caretPositionProperty().addListener((caret, before, now) -> moved());
        input.focusedProperty().addListener((focus, before, now) -> {
            if (!now && !ownsKeys()) close();
        });
    }

    public boolean isOpen() {
        return popup.isOpenFor(this);
    }

    /** Closes the popup, if it is this input's, and forgets what was asked. */
    public void close() {
        question++;
        popup.close(this);
        input.setAccessibleHelp(null);
    }

    /** Changes the text by program: nothing opens because of it, and what is open closes. */
    public void quietly(Runnable change) {
        close();
        boolean before = quiet;
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = before;
            dismissedAt = NOWHERE;
            seen = input.getText();
        }
    }

    TextInputControl input() {
        return input;
    }

    Node anchor() {
        return anchor;
    }

    int wordStart() {
        return proposal.start();
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) return;
        boolean choosing = isOpen() && !proposal.choices().isEmpty();
        if (event.getCode() == KeyCode.TAB) tab(event, choosing);
        else if (event.getCode() == KeyCode.ESCAPE && isOpen()) dismiss(event);
        else if (choosing) choosingKey(event);
    }

    private void tab(KeyEvent event, boolean choosing) {
        if (!input.isEditable()) return;
        event.consume();
        if (choosing) popup.view().chosen().ifPresent(this::accept);
        else ask(Reason.ASKED);
    }

    private void dismiss(KeyEvent event) {
        dismissedAt = proposal.start();
        close();
        event.consume();
    }

    private void choosingKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(event, -1);
            case DOWN -> move(event, 1);
            case PAGE_UP -> move(event, -ChoiceRows.MOST_ROWS);
            case PAGE_DOWN -> move(event, ChoiceRows.MOST_ROWS);
            case ENTER -> enter(event);
            default -> {
                // is typed
            }
        }
    }

    private void move(KeyEvent event, int by) {
        popup.view().rows().move(by);
        announce();
        event.consume();
    }

    /** A word that stands there already needs no accepting: then Enter means what it means without the popup. */
    private void enter(KeyEvent event) {
        Optional<Choice> chosen = popup.view().chosen();
        boolean complete = chosen.isPresent() && chosen.get().value().equals(proposal.typed());
        if (complete) close();
        else {
            chosen.ifPresent(this::accept);
            event.consume();
        }
    }

    private void moved() {
        if (quiet) return;
        String text = input.getText();
        boolean typed = !text.equals(seen);
        seen = text;
        if (isOpen()) narrow();
        else if (typed) typed(text);
    }

    private void typed(String text) {
        question++;
        if (ownsKeys() && offer.opensItself().test(text.substring(0, caret()))) ask(Reason.TYPED);
        else dismissedAt = NOWHERE;
    }

    private boolean ownsKeys() {
        return input.getScene() != null && input.getScene().getFocusOwner() == input;
    }

    private int caret() {
        return Math.min(input.getCaretPosition(), input.getLength());
    }

    /** Keeps what is shown true to the text at once, and asks what else there is. */
    private void narrow() {
        String text = input.getText();
        int caret = caret();
        boolean sameWord = caret >= proposal.start() && text.startsWith(textBefore);
        String word = sameWord ? text.substring(proposal.start(), caret) : "";
        boolean plain = word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        Proposal left = proposal.narrowedTo(word);
        if (sameWord && plain && !left.choices().isEmpty()) {
            show(left);
            ask(Reason.TYPED);
        } else {
            close();
            if (sameWord) typed(text);
        }
    }

    private void ask(Reason reason) {
        long number = ++question;
        String text = input.getText();
        int caret = caret();
        popup.worker().ask(new CompletionWorker.Question(offer.source(), text, caret, answer -> {
            if (number == question && caret == caret() && text.equals(input.getText())) answered(reason, answer);
        }));
    }

    private void answered(Reason reason, Proposal answer) {
        if (reason == Reason.TYPED && answer.start() == dismissedAt) return;
        dismissedAt = NOWHERE;
        int count = answer.choices().size();
        if (reason == Reason.ASKED) {
            if (count == 1) take(answer, answer.choices().get(0));
            else if (count > 1) show(withSharedBeginning(answer));
            else if (answer.signature().isPresent()) show(answer);
            else close();
        } else if (count == 0 || (count == 1 && answer.choices().get(0).value().equals(answer.typed()))) close();
        else show(answer);
    }

    private Proposal withSharedBeginning(Proposal answer) {
        String shared = answer.sharedBeginning();
        if (shared.length() <= answer.typed().length()) return answer;
        String quoted = Words.quoted(shared);
        String written = quoted.equals(shared) ? shared : quoted.substring(0, quoted.length() - 1);
        quietly(() -> input.replaceText(answer.start(), answer.end(), written));
        return new Proposal(
                answer.start(), answer.start() + written.length(), shared, answer.choices(), answer.signature());
    }

    private void show(Proposal shown) {
        proposal = shown;
        textBefore = input.getText().substring(0, shown.start());
        popup.open(this, shown);
        announce();
    }

    void accept(Choice choice) {
        take(proposal, choice);
    }

    private void take(Proposal from, Choice choice) {
        quietly(() -> {
            String after = input.getText().substring(from.end());
            boolean spaced = after.startsWith(" ");
            input.replaceText(from.start(), from.end(), choice.insertion() + (choice.finished() && !spaced ? " " : ""));
            if (choice.finished() && spaced) input.positionCaret(input.getCaretPosition() + 1);
        });
        boolean goesOn =
                !choice.finished() || offer.opensItself().test(input.getText().substring(0, caret()));
        if (goesOn) ask(Reason.TYPED);
    }

    private void announce() {
        int count = proposal.choices().size();
        popup.view()
                .chosen()
                .ifPresent(choice -> input.setAccessibleHelp(HarmlessText.line("%s, %s, %d of %d. %s"
                        .formatted(
                                choice.value(),
                                choice.kind(),
                                popup.view().rows().chosenIndex() + 1,
                                count,
                                choice.description()))));
    }
}
