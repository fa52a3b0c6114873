package dev.parley.desktop;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.SettingsModel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The place beside the room where the members are shown: in full, as a narrow rail, or not at all. JavaFX thread. */
final class MembersDock {
    private static final double RAIL = 60;
    private static final double USUAL = 252;

    /** A window narrower than this has only room for the rail. */
    private static final double ENOUGH = 960;

    private final SplitPane pane;
    private final Region members;
    private final SettingsModel settings;
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final FxThread fxThread = new FxThread();

    MembersDock(Region members, Region room, SettingsModel settings) {
        this.members = members;
        this.settings = settings;
        pane = new SplitPane(room);
        pane.getStyleClass().add("members-dock");
        room.setMinWidth(0);
        SplitPane.setResizableWithParent(members, false);
        settings.membersShown().addListener(observable -> settle());
        pane.widthProperty().addListener((property, before, now) -> widened(now.doubleValue() < ENOUGH));
        settle();
    }

    SplitPane pane() {
        return pane;
    }

    /** Whether there is only room for the rail. */
    BooleanProperty compact() {
        return compact;
    }

    void toggle() {
        settings.membersShown().set(!settings.membersShown().get());
    }

    /** The members change their shape first: it bounds where the divider may stand. */
    private void widened(boolean narrow) {
        if (narrow == compact.get()) return;
        compact.set(narrow);
        settle();
        // Until the layout in between the pane keeps to what bounded the members before.
        fxThread.later(this::settle);
    }

    /** Gives everything its place, once there is room. */
    void settle() {
        boolean shown = pane.getItems().contains(members);
        if (shown && !settings.membersShown().get()) pane.getItems().remove(members);
        if (!shown && settings.membersShown().get()) pane.getItems().add(0, members);
        if (pane.getItems().contains(members) && pane.getWidth() > 0)
            pane.setDividerPositions((compact.get() ? RAIL : USUAL) / pane.getWidth());
    }
}
