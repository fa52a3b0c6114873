package dev.parley.desktop.completion;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * The one popup of a window that offers what could stand at the cursor. It lies in the overlay of the scene, opens upwards
 * from the word that is being typed and never takes the focus. JavaFX thread.
 */
public final class CompletionPopup {
    private static final double GAP = 4;
    private static final double MARGIN = 8;
    private static final double LEAST_WIDTH = 360;
    private static final double MOST_WIDTH = 600;
    private static final double TEXT_INDENT = 13;
    private final Pane overlay;
    private final CompletionWorker worker;
    private final PopupView view;
    private Optional<Completing> owner = Optional.empty();

    /** @param overlay covers the scene, lets the mouse through where it is empty */
    public CompletionPopup(Pane overlay, CompletionWorker worker) {
        this.overlay = overlay;
        this.worker = worker;
        this.view = new PopupView(choice -> owner.ifPresent(completing -> completing.accept(choice)));
        view.setManaged(false);
        InvalidationListener moved = size -> owner.ifPresent(this::place);
        overlay.widthProperty().addListener(moved);
        overlay.heightProperty().addListener(moved);
        EventHandler<MouseEvent> pressed = this::pressed;
        if (overlay.getScene() != null) overlay.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        overlay.sceneProperty().addListener((scene, before, now) -> {
            if (before != null) before.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            if (now != null) now.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        });
    }

    /**
     * Makes an input complete with Tab.
     *
     * @param anchor the box around the input; the popup stands above it
     * @param opensItself whether the text up to the cursor makes the popup open while it is typed
     */
    public Completing attach(
            TextInputControl input, Node anchor, CompletionSource source, Predicate<String> opensItself) {
        return new Completing(this, input, anchor, new Completing.Offer(source, opensItself));
    }

    /** Whether it is open, for whichever input. */
    public boolean isOpen() {
        return owner.isPresent();
    }

    CompletionWorker worker() {
        return worker;
    }

    boolean isOpenFor(Completing completing) {
        return owner.isPresent() && owner.get() == completing;
    }

    void open(Completing completing, Proposal proposal) {
        owner.filter(other -> other != completing).ifPresent(Completing::close);
        owner = Optional.of(completing);
        view.show(proposal);
        if (!overlay.getChildren().contains(view)) overlay.getChildren().add(view);
        place(completing);
    }

    void close(Completing completing) {
        if (!isOpenFor(completing)) return;
        owner = Optional.empty();
        overlay.getChildren().remove(view);
    }

    PopupView view() {
        return view;
    }

    private void pressed(MouseEvent event) {
        if (!view.contains(view.sceneToLocal(event.getSceneX(), event.getSceneY()))) owner.ifPresent(Completing::close);
    }

    private void place(Completing completing) {
        view.applyCss();
        double room = overlay.getWidth() - 2 * MARGIN;
        double width = Math.min(room, Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, view.prefWidth(-1))));
        double height = view.prefHeight(width);
        Bounds anchor = inOverlay(completing.anchor(), completing.anchor().getLayoutBounds());
        double wanted = wordLeft(completing).orElse(anchor.getMinX()) - TEXT_INDENT;
        double x = Math.max(MARGIN, Math.min(wanted, overlay.getWidth() - MARGIN - width));
        double above = anchor.getMinY() - GAP - height;
        double below = anchor.getMaxY() + GAP;
        boolean fitsBelow = below + height + MARGIN <= overlay.getHeight();
        double y = above < MARGIN && fitsBelow ? below : Math.max(MARGIN, above);
        view.resizeRelocate(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height));
    }

    private Optional<Double> wordLeft(Completing completing) {
        TextInputControl input = completing.input();
        if (!(input.getSkin() instanceof TextInputControlSkin<?> skin)) return Optional.empty();
        int start = Math.min(completing.wordStart(), input.getLength());
        Rectangle2D letter = skin.getCharacterBounds(start);
        if (letter == null) return Optional.empty();
        return Optional.of(inOverlay(input, new BoundingBox(letter.getMinX(), letter.getMinY(), 0, 0))
                .getMinX());
    }

    private Bounds inOverlay(Node node, Bounds bounds) {
        return overlay.sceneToLocal(node.localToScene(bounds));
    }
}
