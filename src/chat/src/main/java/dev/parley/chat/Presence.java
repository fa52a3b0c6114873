package dev.parley.chat;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a session shows of itself: state, room, own name and roster. Changed on the session thread only, read on any.
 */
final class Presence {
    private final Faces faces;
    private final CompletableFuture<SessionState> settled = new CompletableFuture<>();
    private volatile PeerName name;
    private volatile SessionEvent.StateChanged state;
    private volatile Roster roster = Roster.EMPTY;

    Presence(Faces faces, RoomName room, PeerName name) {
        this.faces = faces;
        this.name = name;
        state = new SessionEvent.StateChanged(SessionState.LEFT, room, name.text(), Optional.empty());
    }

    /** What this peer calls itself. */
    PeerName name() {
        return name;
    }

    SessionEvent.StateChanged state() {
        return state;
    }

    Roster roster() {
        return roster;
    }

    CompletableFuture<SessionState> settled() {
        return settled;
    }

    void joining(RoomName room, InetSocketAddress address) {
        become(new SessionEvent.StateChanged(SessionState.JOINING, room, name.text(), Optional.of(address)));
    }

    void in(Roster current, InetSocketAddress address) {
        roster = current;
        String self = current.entries().stream()
                .filter(Roster.Entry::self)
                .map(Roster.Entry::shownName)
                .findFirst()
                .orElse(state.self());
        SessionState now = current.entries().size() > 1 ? SessionState.JOINED : SessionState.ALONE;
        become(new SessionEvent.StateChanged(now, state.room(), self, Optional.of(address)));
        settled.complete(now);
    }

    /** Takes another name; who is in a view shows it with {@link #in}. */
    void rename(PeerName own) {
        name = own;
        if (roster.entries().isEmpty())
            become(new SessionEvent.StateChanged(state.state(), state.room(), own.text(), state.address()));
    }

    void left() {
        roster = Roster.EMPTY;
        become(new SessionEvent.StateChanged(SessionState.LEFT, state.room(), name.text(), Optional.empty()));
    }

    private void become(SessionEvent.StateChanged next) {
        if (next.equals(state)) return;
        state = next;
        faces.tell(next);
    }
}
