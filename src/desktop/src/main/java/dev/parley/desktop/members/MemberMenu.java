package dev.parley.desktop.members;

import dev.parley.chat.Addresses;
import dev.parley.chat.Roster;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with the member that is selected. JavaFX thread. */
final class MemberMenu extends ContextMenu {
    private final MemberActions actions;

    MemberMenu(MemberActions actions) {
        this.actions = actions;
    }

    void offer(Roster.Entry member) {
        String name = member.shownName();
        boolean talksHere = !member.self() && member.inChat();
        getItems()
                .setAll(
                        item("Private message", talksHere, () -> actions.tell().accept(name)),
                        item("Mention", !member.self(), () -> actions.mention().accept(name)),
                        item("Ping", talksHere, () -> actions.ping().accept(name)),
                        item(
                                "Copy address",
                                member.address().isPresent(),
                                () -> actions.copy().accept(Addresses.text(member.address()))));
    }

    private static MenuItem item(String label, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(label);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
