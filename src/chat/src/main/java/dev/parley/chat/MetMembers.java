package dev.parley.chat;

import dev.parley.group.GroupEvent.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has been in the group during this stay and has not said good-bye, under the name last shown: whom failure detectors have
 * put out of the view can still be spoken of. Hears on the session thread, read on any.
 */
final class MetMembers implements SessionListener {
    /** More than anybody speaks of. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, UUID> members = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Optional<UUID> named(String shownName) {
        return Optional.ofNullable(members.get(shownName));
    }

    @Override
    public synchronized void viewShown(SessionEvent.ViewShown event) {
        for (SessionEvent.Departed departed : event.left())
            if (departed.reason() == Reason.LEFT) members.remove(departed.shownName());
        event.roster().entries().forEach(entry -> members.put(entry.shownName(), entry.member()));
    }

    @Override
    public synchronized void stateChanged(SessionEvent.StateChanged event) {
        if (event.state() == SessionState.LEFT) members.clear();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}
}
