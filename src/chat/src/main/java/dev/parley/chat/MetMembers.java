package dev.parley.chat;

import dev.parley.group.GroupEvent.Reason;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The name shown last comes last. */
    private final Map<String, UUID> members = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Optional<UUID> named(String shownName) {
        return Optional.ofNullable(members.get(shownName));
    }

    /** The name last shown of a member, or its id if it was never met. */
    synchronized String nameOf(UUID member) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().equals(member))
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later)
                .orElse(member.toString());
    }

    /** All names that can be spoken of. */
    synchronized List<String> names() {
        return List.copyOf(members.keySet());
    }

    @Override
    public synchronized void viewShown(SessionEvent.ViewShown event) {
        for (SessionEvent.Departed departed : event.left())
            if (departed.reason() == Reason.LEFT) members.remove(departed.shownName());
        for (Roster.Entry entry : event.roster().entries()) {
            members.remove(entry.shownName());
            members.put(entry.shownName(), entry.member());
        }
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
