package dev.parley.chat;

/** Hears a session's events, all on the {@code parley-session} thread and therefore in one order: hand over and return. */
public interface SessionListener {
    void stateChanged(SessionEvent.StateChanged event);

    void viewShown(SessionEvent.ViewShown event);

    void rosterChanged(SessionEvent.RosterChanged event);

    void messagesAdded(SessionEvent.MessagesAdded event);

    void noticeGiven(SessionEvent.NoticeGiven event);

    void eventNoted(SessionEvent.EventNoted event);
}
