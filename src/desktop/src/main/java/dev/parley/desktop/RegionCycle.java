package dev.parley.desktop;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The way from one part of the window to the next by key. JavaFX thread. */
final class RegionCycle {
    private final List<Stop> stops;

    RegionCycle(List<Stop> stops) {
        this.stops = List.copyOf(stops);
    }

    /**
     * One part.
     *
     * @param focus brings the focus to where it belongs in there
     */
    record Stop(Node part, Runnable focus) {
        boolean isReachable() {
            return part.getScene() != null && part.isVisible() && part.isManaged();
        }

        boolean holds(Node node) {
            for (Node one = node; one != null; one = one.getParent()) if (one == part) return true;
            return false;
        }
    }

    /** Goes this many parts on, or back. */
    void move(Scene scene, int direction) {
        List<Stop> reachable = stops.stream().filter(Stop::isReachable).toList();
        if (reachable.isEmpty()) return;
        int current = direction > 0 ? -1 : 0;
        for (int index = 0; index < reachable.size(); index++)
            if (reachable.get(index).holds(scene.getFocusOwner())) current = index;
        reachable
                .get(Math.floorMod(current + direction, reachable.size()))
                .focus()
                .run();
    }
}
