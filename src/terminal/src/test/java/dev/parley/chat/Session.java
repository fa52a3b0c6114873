package dev.parley.chat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands here until the real one lands: tells its listeners what a test says. */
public final class Session implements AutoCloseable {
    public final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    public final CompletableFuture<SessionState> settled = new CompletableFuture<>();
    public volatile Roster roster = Roster.EMPTY;
    public volatile boolean started;
    public volatile boolean left;
    private final Chat chat = new Chat(this);

    public void emit(SessionEvent event) {
        if (event instanceof SessionEvent.ViewShown shown) roster = shown.roster();
        listeners.forEach(event::deliverTo);
    }

    public static Roster roster(String... names) {
        List<Roster.Entry> entries = new java.util.ArrayList<>();
        for (int i = 0; i < names.length; i++)
            entries.add(new Roster.Entry(
                    new UUID(0, i),
                    names[i],
                    i == 0,
                    i == 0,
                    true,
                    Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7800 + i))));
        return new Roster(names[0] + "|" + names.length, entries);
    }

    public void start() {
        started = true;
    }

    public CompletableFuture<SessionState> settled() {
        return settled;
    }

    public Subscription listen(SessionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public SessionState state() {
        return SessionState.JOINED;
    }

    public RoomName room() {
        return RoomName.LOBBY;
    }

    public String self() {
        return "alice";
    }

    public Roster roster() {
        return roster;
    }

    public JoinReport join(Optional<RoomName> room) throws SessionException {
        return new JoinReport(List.of(), List.of(), List.of("alice"));
    }

    public void leave() throws SessionException {
        left = true;
    }

    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    public BootstrapDesk bootstrap() {
        throw new UnsupportedOperationException();
    }

    public Chat chat() {
        return chat;
    }

    public void close(Duration timeout) {}

    @Override
    public void close() {}
}
