package dev.parley.chat;

/** Hears a session's events one at a time, in one order, on whichever thread brings them: hand over and return. */
public interface SessionListener {
    void stateChanged(SessionEvent.StateChanged event);

    void viewShown(SessionEvent.ViewShown event);

    void rosterChanged(SessionEvent.RosterChanged event);

    void messagesAdded(SessionEvent.MessagesAdded event);

    void noticeGiven(SessionEvent.NoticeGiven event);

    void eventNoted(SessionEvent.EventNoted event);
}
