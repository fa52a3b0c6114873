package dev.parley.desktop.start;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds where the focus belongs in a part of the window. JavaFX thread. */
public final class FirstControl {
    private FirstControl() {}

    /** Focuses the first control in there that takes the focus. Returns whether there is one. */
    public static boolean focus(Node part) {
        Optional<Node> first = in(part).findFirst();
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    private static Stream<Node> in(Node part) {
        if (!part.isVisible() || part.isDisabled()) return Stream.empty();
        Stream<Node> self = part.isFocusTraversable() ? Stream.of(part) : Stream.empty();
        if (!(part instanceof Parent parent)) return self;
        return Stream.concat(self, parent.getChildrenUnmodifiable().stream().flatMap(FirstControl::in));
    }
}
