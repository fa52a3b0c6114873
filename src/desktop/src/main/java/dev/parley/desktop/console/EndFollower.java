package dev.parley.desktop.console;

import dev.parley.desktop.fx.FxThread;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps the end of a list in sight, unless somebody has scrolled up to read. JavaFX thread. */
final class EndFollower {
    private static final double TOLERANCE = 2;
    private final ListView<?> list;
    private final FxThread fxThread = new FxThread();
    private boolean following = true;
    private boolean scrolling;

    private EndFollower(ListView<?> list) {
        this.list = list;
    }

    static void follow(ListView<?> list) {
        EndFollower follower = new EndFollower(list);
        list.addEventFilter(ScrollEvent.SCROLL, event -> follower.lookSoon());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> follower.lookSoon());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> follower.lookSoon());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> follower.lookSoon());
        list.heightProperty().addListener((height, before, now) -> follower.keepUp());
        list.getItems().addListener((ListChangeListener<Object>) change -> follower.keepUp());
    }

    private void lookSoon() {
        fxThread.later(() -> following = isAtEnd());
    }

    private boolean isAtEnd() {
        return flow().map(this::isAtEnd).orElse(true);
    }

    private boolean isAtEnd(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null
                || (last.getIndex() >= list.getItems().size() - 1
                        && last.getBoundsInParent().getMaxY() <= flow.getHeight() + TOLERANCE);
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    /** Scrolls once for all that comes in one go. */
    private void keepUp() {
        if (!following || scrolling) return;
        scrolling = true;
        fxThread.later(() -> {
            scrolling = false;
            if (following) showEnd();
        });
    }

    /** Scrolling to the last row trusts a guess at its height, which is wrong for a table: its real end comes with layout. */
    private void showEnd() {
        if (list.getItems().isEmpty()) return;
        list.scrollTo(list.getItems().size() - 1);
        list.applyCss();
        list.layout();
        flow().filter(flow -> !isAtEnd(flow)).ifPresent(flow -> flow.scrollPixels(list.getHeight()));
    }
}
