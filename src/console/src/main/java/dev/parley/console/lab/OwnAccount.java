package dev.parley.console.lab;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.Subscription;
import dev.parley.lab.FinalLog;
import dev.parley.lab.MessageId;
import dev.parley.lab.PeerAccount;
import dev.parley.lab.RunAccount;
import dev.parley.lab.RunAccount.Heard;
import dev.parley.lab.Said;
import dev.parley.lab.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What this console's own session delivers while it has a lab. What it says itself it hears as somebody else's: nobody told the
 * lab what that would be. Hears on the session thread, asked on the console's.
 */
final class OwnAccount implements SessionListener, AutoCloseable {
    private final Session session;
    private final List<Heard> printed = new ArrayList<>();
    private Optional<Subscription> listening = Optional.empty();
    private Stamp since = Stamp.ZERO;
    private int views;

    OwnAccount(Session session) {
        this.session = session;
    }

    /** From now on everything counts; does nothing if it does already. */
    synchronized void begin() {
        if (listening.isPresent()) return;
        since = Stamp.parse(System.currentTimeMillis() + ".0");
        listening = Optional.of(session.listen(this));
    }

    /** How many messages have come since the beginning. */
    synchronized int count() {
        return printed.size();
    }

    synchronized PeerAccount account(List<ChatMessage> log) {
        RunAccount run = new RunAccount(printed, List.of(), List.of(), List.of(), false, views);
        List<Said> entries = log.stream().map(OwnAccount::said).toList();
        return new PeerAccount(session.self(), List.of(run), Optional.of(FinalLog.of(entries)), since);
    }

    private static Said said(ChatMessage message) {
        return new Said(
                MessageId.parse(message.id().toString()),
                Stamp.parse(message.clock().toString()),
                message.kind().name().toLowerCase(Locale.ROOT),
                message.text());
    }

    @Override
    public synchronized void messagesAdded(SessionEvent.MessagesAdded event) {
        for (ChatMessage message : event.messages()) printed.add(new Heard(said(message), false, message.late()));
    }

    @Override
    public synchronized void viewShown(SessionEvent.ViewShown event) {
        views++;
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {}

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}

    @Override
    public synchronized void close() {
        listening.ifPresent(Subscription::close);
        listening = Optional.empty();
    }
}
