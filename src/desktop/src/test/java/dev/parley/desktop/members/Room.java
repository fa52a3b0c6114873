package dev.parley.desktop.members;

import dev.parley.chat.RoomName;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.group.GroupEvent;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A room whose members come and go as a test says, and tell a model. */
final class Room {
    private final MembersModel model;
    private final List<Roster.Entry> entries = new ArrayList<>();
    private int view;

    Room(MembersModel model) {
        this.model = model;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The first to come is this peer. */
    Room joins(String... names) {
        for (String name : names) {
            int number = entries.size();
            entries.add(new Roster.Entry(
                    id(name),
                    Optional.of(new UUID(0, name.charAt(0) - 'a')),
                    name,
                    false,
                    number == 0,
                    true,
                    Optional.of(new InetSocketAddress("192.168.1." + (20 + number), 7800))));
        }
        show(List.of());
        return this;
    }

    Room coordinator(String name) {
        entries.replaceAll(entry -> new Roster.Entry(
                entry.member(),
                entry.author(),
                entry.shownName(),
                entry.shownName().equals(name),
                entry.self(),
                entry.inChat(),
                entry.address()));
        show(List.of());
        return this;
    }

    Room leavesChat(String name) {
        entries.replaceAll(entry -> new Roster.Entry(
                entry.member(),
                entry.author(),
                entry.shownName(),
                entry.coordinator(),
                entry.self(),
                entry.inChat() && !entry.shownName().equals(name),
                entry.address()));
        model.rosterChanged(new SessionEvent.RosterChanged(RoomName.LOBBY, roster()));
        return this;
    }

    Room loses(String name, GroupEvent.Reason reason) {
        entries.removeIf(entry -> entry.shownName().equals(name));
        show(List.of(new SessionEvent.Departed(name, reason)));
        return this;
    }

    Roster roster() {
        return new Roster("bob|" + view, entries);
    }

    private void show(List<SessionEvent.Departed> left) {
        view++;
        model.viewShown(new SessionEvent.ViewShown(RoomName.LOBBY, roster(), List.of(), left, false));
    }
}
