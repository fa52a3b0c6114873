package dev.parley.chat;

import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.GroupListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The door between command threads and the session thread. Any thread but the session's. */
final class Stay {
    private final SessionLoop loop;
    private final Conversation conversation;
    private final Presence presence;
    private final WireCodec codec;
    private final Refusals refusals;
    private final Rooms rooms;

    Stay(
            SessionLoop loop,
            Conversation conversation,
            Presence presence,
            WireCodec codec,
            Refusals refusals,
            Rooms rooms) {
        this.loop = loop;
        this.conversation = conversation;
        this.presence = presence;
        this.codec = codec;
        this.refusals = refusals;
        this.rooms = rooms;
    }

    /** Makes a group that reports to a listener. */
    @FunctionalInterface
    interface Maker {
        Group make(GroupListener listener) throws GroupException;
    }

    /** Opens a room: from now on what its group says reaches the session. */
    Group open(RoomName room, Maker maker) throws GroupException, SessionException {
        GroupFeed feed = new GroupFeed(loop, codec, refusals, conversation);
        Group group = maker.make(feed);
        try {
            loop.call(() -> {
                conversation.attach(feed, group, rooms.enter(room));
                return group;
            });
        } catch (SessionException e) {
            group.close();
            throw e;
        }
        return group;
    }

    /** Makes a group that nobody hears. */
    Group tryOut(Maker maker) throws GroupException {
        return maker.make(new GroupFeed(loop, codec, refusals, conversation));
    }

    /** Whether this peer takes part in the chat of the room that it is in. */
    boolean takingPart() throws SessionException {
        return loop.call(() -> conversation.talk().map(RoomTalk::takingPart).orElse(false));
    }

    void takePart(boolean take) throws SessionException {
        loop.call(() -> {
            conversation.takePart(take);
            return take;
        });
    }

    Presence presence() {
        return presence;
    }

    void tell(SessionEvent event) {
        loop.post(() -> conversation.tell(event));
    }

    void joining(RoomName room, Group group) {
        loop.post(() -> conversation.joining(room, group.localAddress()));
    }

    /** The shown names, in view order. */
    List<String> members() throws SessionException {
        return loop.call(() -> presence.roster().names());
    }

    /**
     * Waits until every member that takes part in the chat has acknowledged all that was said here.
     *
     * @return the shown names of those who have not within {@code timeout}
     */
    List<String> awaitReceipts(Duration timeout) throws SessionException {
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        loop.call(() -> {
            conversation.talk().ifPresentOrElse(talk -> expectReceipts(talk, all), () -> all.complete(true));
            return all;
        });
        if (waitFor(all, timeout)) return List.of();
        return loop.call(
                () -> conversation.talk().map(talk -> talk.confirmations().behind()).orElse(List.of()).stream()
                        .map(member -> presence.roster()
                                .of(member)
                                .map(Roster.Entry::shownName)
                                .orElse("?"))
                        .toList());
    }

    private static void expectReceipts(RoomTalk talk, CompletableFuture<Boolean> all) {
        Confirmations confirmations = talk.confirmations();
        confirmations.settle();
        confirmations.watch(() -> {
            if (confirmations.behind().isEmpty()) all.complete(true);
        });
    }

    /** Says hello to all and counts who answers. */
    int callRound(Duration timeout) throws SessionException {
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        Round round = loop.call(() -> conversation.callRound(all));
        waitFor(all, timeout);
        return loop.call(round::answered);
    }

    /** A round of hellos. Session thread only. */
    interface Round {
        int answered();
    }

    static boolean waitFor(CompletableFuture<?> event, Duration timeout) throws SessionException {
        try {
            event.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("Interrupted.", e);
        }
    }

    Optional<UUID> member(String shownName) {
        return presence.roster().named(shownName).map(Roster.Entry::member);
    }

    void end() {
        try {
            loop.call(() -> {
                conversation.detach();
                rooms.leave();
                return true;
            });
        } catch (SessionException e) {
            // The session has ended, and with it the stay.
        }
    }
}
