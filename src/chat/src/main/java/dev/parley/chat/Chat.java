package dev.parley.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Taking part in the chat of the room. All methods block; called from command threads. */
public final class Chat {
    /** The most that one message holds, in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 64 * 1024;

    /** What UTF-8 takes at most for a UTF-16 unit. */
    private static final int MOST_BYTES_A_CHAR = 3;

    /** So many short texts are said all or none by {@link #sayAll}; of longer ones each 1,024 characters count as one. */
    private static final int MOST_TOGETHER = 1_000;

    /** Pages of ten thousand messages come in a few seconds; members that do not answer cost five each. */
    private static final Duration OLDER_TIMEOUT = Duration.ofSeconds(60);

    private final SessionLoop loop;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Presence presence;
    private final RoundTrips roundTrips;

    Chat(SessionLoop loop, Conversation conversation, Outbox outbox, Presence presence, RoundTrips roundTrips) {
        this.loop = loop;
        this.conversation = conversation;
        this.outbox = outbox;
        this.presence = presence;
        this.roundTrips = roundTrips;
    }

    /** Takes part; needs a connected group. */
    public void join() throws SessionException {
        loop.call(() -> {
            connectedTalk();
            conversation.takePart(true);
            return true;
        });
    }

    /** Stops taking part, and stays in the group. */
    public void leave() throws SessionException {
        loop.call(() -> {
            connectedTalk();
            conversation.takePart(false);
            return true;
        });
    }

    /** By how much the group's clock was ahead of this machine's when this peer came; 0 for who was there first. */
    public Duration clockDifference() throws SessionException {
        return loop.call(conversation::clockDifference);
    }

    /** Who takes part, this peer included if it does. */
    public List<Roster.Entry> members() {
        return presence.roster().entries().stream().filter(Roster.Entry::inChat).toList();
    }

    /** Round trip to a chat member. Throws if there is none of that name or it does not answer within {@code timeout}. */
    public Duration ping(String shownName, Duration timeout) throws SessionException {
        long nonce = ThreadLocalRandom.current().nextLong();
        long start = System.nanoTime();
        CompletableFuture<Long> answer = loop.call(() -> {
            connectedTalk();
            Roster.Entry member = chatMember(shownName);
            return member.self()
                    ? CompletableFuture.completedFuture(System.nanoTime())
                    : conversation.pings().ping(member.member(), nonce);
        });
        try {
            Duration roundTrip = Duration.ofNanos(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS) - start);
            presence.roster()
                    .named(shownName)
                    .filter(member -> !member.self())
                    .ifPresent(member -> roundTrips.record(member.member(), roundTrip));
            return roundTrip;
        } catch (TimeoutException e) {
            throw new SessionException("%s does not answer within %s s.".formatted(shownName, seconds(timeout)), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("Interrupted.", e);
        } finally {
            loop.post(() -> conversation.pings().forget(nonce));
        }
    }

    private static String seconds(Duration duration) {
        String text = "%.3f".formatted(duration.toMillis() / 1_000.0);
        return text.replaceAll("\\.?0+$", "");
    }

    /** Says text to everybody in the chat: stored and on its way when this returns. At most 64 KiB of UTF-8. */
    public ChatMessage say(String text) throws SessionException {
        return send(ChatMessage.Kind.TEXT, text, Optional.empty());
    }

    /** An action: {@code * alice waves}. */
    public ChatMessage act(String text) throws SessionException {
        return send(ChatMessage.Kind.ACTION, text, Optional.empty());
    }

    /** Says text to one member of the chat. */
    public ChatMessage tell(String shownName, String text) throws SessionException {
        return send(ChatMessage.Kind.DIRECT, text, Optional.of(shownName));
    }

    /**
     * Says several texts to everybody in the chat, in this order: as {@link #say}, and much faster than one by one. Waits
     * whenever the group takes them more slowly.
     */
    public List<ChatMessage> sayAll(List<String> texts) throws SessionException {
        for (String text : texts) check(text);
        List<ChatMessage> said = new ArrayList<>(texts.size());
        int from = 0;
        for (int to = 0, cost = 0; to < texts.size(); to++) {
            cost += Outbox.cost(texts.get(to));
            if (cost < MOST_TOGETHER && to + 1 < texts.size()) continue;
            said.addAll(send(ChatMessage.Kind.TEXT, texts.subList(from, to + 1), Optional.empty()));
            from = to + 1;
            cost = 0;
        }
        return said;
    }

    private ChatMessage send(ChatMessage.Kind kind, String text, Optional<String> to) throws SessionException {
        check(text);
        return send(kind, List.of(text), to).get(0);
    }

    private List<ChatMessage> send(ChatMessage.Kind kind, List<String> texts, Optional<String> to)
            throws SessionException {
        int cost = texts.stream().mapToInt(Outbox::cost).sum();
        outbox.awaitRoom(cost);
        boolean sent = false;
        try {
            List<ChatMessage> messages = outbox.sendHere(() -> loop.callFirst(() -> {
                RoomTalk talk = takingPart();
                Optional<UUID> member =
                        to.isPresent() ? Optional.of(other(to.get()).member()) : Optional.empty();
                return talk.say(kind, member, texts);
            }));
            sent = true;
            loop.call(() -> {
                conversation.flush();
                return true;
            });
            return messages;
        } finally {
            if (!sent) outbox.releaseRoom(cost);
        }
    }

    private static void check(String text) throws SessionException {
        if (text.isBlank()) throw new SessionException("There is nothing to say: type the text after the command.");
        if (text.length() <= MAX_TEXT_BYTES / MOST_BYTES_A_CHAR) return;
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_TEXT_BYTES)
            throw new SessionException(
                    "The message has %,d bytes and a message has at most %,d: send it in parts, or as a file elsewhere."
                            .formatted(bytes, MAX_TEXT_BYTES));
    }

    private RoomTalk connectedTalk() throws SessionException {
        conversation.requireView();
        return conversation.talk().orElseThrow();
    }

    private RoomTalk takingPart() throws SessionException {
        RoomTalk talk = connectedTalk();
        if (!talk.takingPart()) throw new SessionException("You do not take part in the chat: type chatjoin.");
        return talk;
    }

    private Roster.Entry chatMember(String shownName) throws SessionException {
        Roster.Entry entry = presence.roster()
                .named(shownName)
                .orElseThrow(() -> new SessionException("There is no member '%s'; here are: %s."
                        .formatted(
                                shownName, String.join(", ", presence.roster().names()))));
        if (!entry.inChat()) throw new SessionException(shownName + " does not take part in the chat.");
        return entry;
    }

    private Roster.Entry other(String shownName) throws SessionException {
        Roster.Entry entry = chatMember(shownName);
        if (entry.self()) throw new SessionException("That is yourself: name another member.");
        return entry;
    }

    /** Who has received what was said here in this run. */
    public ReceiptReport receipts() throws SessionException {
        return loop.call(() -> connectedTalk().receiptReport());
    }

    /** How many messages have been ignored in this session because they are malformed or forged; does not block. */
    public long ignored() {
        return conversation.ignored();
    }

    /**
     * The last {@code n} of the room's log, oldest first; what is not kept here, or not yet, is fetched from other members. The
     * room must have been entered.
     */
    public List<ChatMessage> history(int n) throws SessionException {
        return before(Optional.empty(), n);
    }

    /** Up to {@code n} messages that come before this one in the room's log, oldest first; otherwise as {@link #history}. */
    public List<ChatMessage> before(ChatMessage message, int n) throws SessionException {
        return before(Optional.of(placeOf(message)), n);
    }

    private List<ChatMessage> before(Optional<LogPlace> place, int n) throws SessionException {
        List<ChatMessage> found = kept(place, n);
        while (found.size() < n && fetchOlder(n - found.size())) {
            int before = found.size();
            found = kept(place, n);
            if (found.size() == before) break;
        }
        return found;
    }

    /** The last {@code n} of the room's log that are kept here, oldest first; asks nobody else. The room must have been entered. */
    public List<ChatMessage> kept(int n) throws SessionException {
        return kept(Optional.empty(), n);
    }

    /** As {@link #kept(int)}, those that come before this message. */
    public List<ChatMessage> keptBefore(ChatMessage message, int n) throws SessionException {
        return kept(Optional.of(placeOf(message)), n);
    }

    /** As {@link #kept(int)}, the first that come after this message. */
    public List<ChatMessage> keptAfter(ChatMessage message, int n) throws SessionException {
        try (ChatLog log = log()) {
            return log.after(placeOf(message), n);
        }
    }

    private static LogPlace placeOf(ChatMessage message) {
        return new LogPlace(message.clock(), message.id());
    }

    private List<ChatMessage> kept(Optional<LogPlace> place, int n) throws SessionException {
        try (ChatLog log = log()) {
            return log.before(place, n);
        }
    }

    private boolean fetchOlder(int count) throws SessionException {
        CompletableFuture<Boolean> fetched = loop.call(() -> conversation.connected()
                ? conversation.talk().orElseThrow().fetchOlder(count)
                : CompletableFuture.completedFuture(false));
        return Stay.waitFor(fetched, OLDER_TIMEOUT) && fetched.join();
    }

    /** The newest {@code limit} messages of the room's log that a search finds, oldest first; also private ones. */
    public List<ChatMessage> search(SearchQuery query, int limit) throws SessionException {
        Set<UUID> authors = presence.roster().entries().stream()
                .filter(entry ->
                        query.from().filter(entry.shownName()::equalsIgnoreCase).isPresent())
                .flatMap(entry -> entry.author().stream())
                .collect(Collectors.toSet());
        try (ChatLog log = log()) {
            return log.search(new LogSearch(query, authors), limit);
        }
    }

    /** The room's whole log as it is now, to be closed by the caller; the room must have been entered. */
    public ChatLog log() throws SessionException {
        return loop.call(() -> {
            RoomTalk talk = conversation
                    .talk()
                    .orElseThrow(() -> new SessionException("No room has been entered yet: type join."));
            return new ChatLog(loop, talk, talk.reader());
        });
    }
}
