package dev.parley.chat;

import dev.parley.group.GroupEvent.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Notes in the timeline who came and went, and why as far as this peer could see. Hears on the session thread. */
final class ViewChronicle implements SessionListener {
    private final Timeline timeline;
    private SessionState state = SessionState.LEFT;

    ViewChronicle(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        Roster roster = event.roster();
        boolean alone = roster.entries().size() == 1;
        boolean renamed = event.joined().isEmpty() && event.left().isEmpty() && !event.merged() && !alone;
        if (renamed) return;
        List<String> changes = new ArrayList<>();
        if (event.merged()) changes.add("two parts of the group have found together again");
        if (!event.joined().isEmpty())
            changes.add((first() ? "here are " : "new are ") + String.join(", ", event.joined()));
        event.left().forEach(gone -> changes.add(departure(gone)));
        if (changes.isEmpty()) changes.add("nobody else is here");
        timeline.add(
                event.merged() ? "merge" : "view",
                "View %s of %d: %s".formatted(roster.viewId(), roster.entries().size(), String.join("; ", changes)),
                details(event));
    }

    private boolean first() {
        return state == SessionState.JOINING;
    }

    private static String departure(SessionEvent.Departed gone) {
        return switch (gone.reason()) {
            case LEFT -> gone.shownName() + " has left in order";
            case CRASHED -> gone.shownName() + " was suspected here and is out";
            case UNKNOWN -> gone.shownName() + " is out, as other members have decided";
        };
    }

    private static Map<String, Object> details(SessionEvent.ViewShown event) {
        Map<String, Object> left = new LinkedHashMap<>();
        event.left().forEach(gone -> left.put(gone.shownName(), reason(gone.reason())));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("view", event.roster().viewId());
        details.put("coordinator", event.roster().coordinator().orElse(null));
        details.put("members", event.roster().names());
        details.put("joined", event.joined());
        details.put("left", left);
        return details;
    }

    private static String reason(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        boolean gone = event.state() == SessionState.LEFT && state != SessionState.LEFT;
        state = event.state();
        if (gone)
            timeline.add(
                    "view",
                    "Out of the group of " + event.room(),
                    Map.of("room", event.room().text()));
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
