package dev.parley.desktop;

import dev.parley.bootstrap.Peer;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.Roster;
import dev.parley.chat.Search;
import dev.parley.chat.SearchQuery;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.desktop.completion.CommandSource;
import dev.parley.desktop.completion.Proposal;
import dev.parley.desktop.log.LogSource;
import dev.parley.desktop.status.AloneHelp;
import dev.parley.desktop.status.StatusFacts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of the window ask the session, answered on background threads. Before there is a session, and once it is gone,
 * the answers are those of an empty room.
 */
final class SessionRequests implements AloneHelp, LogSource {
    private final LiveSession live;

    SessionRequests(LiveSession live) {
        this.live = live;
    }

    /** Something that blocks and has an answer. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Opened opened) throws SessionException;
    }

    private <T> CompletableFuture<T> ask(Question<T> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Optional<Opened> known = live.opened();
        if (known.isEmpty()) answer.complete(otherwise);
        else
            live.execute(() -> {
                try {
                    answer.complete(question.ask(known.get()));
                } catch (SessionException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        return answer;
    }

    @Override
    public CompletableFuture<List<ChatMessage>> newest(int count) {
        return ask(opened -> opened.session().chat().kept(count), List.of());
    }

    @Override
    public CompletableFuture<List<ChatMessage>> before(ChatMessage message, int count) {
        return ask(opened -> opened.session().chat().before(message, count), List.of());
    }

    @Override
    public CompletableFuture<List<ChatMessage>> after(ChatMessage message, int count) {
        return ask(opened -> opened.session().chat().keptAfter(message, count), List.of());
    }

    @Override
    public CompletableFuture<List<ChatMessage>> around(ChatMessage message, int count) {
        return ask(
                opened -> {
                    Chat chat = opened.session().chat();
                    List<ChatMessage> around = new ArrayList<>(chat.keptBefore(message, count));
                    around.add(message);
                    around.addAll(chat.keptAfter(message, count));
                    return around;
                },
                List.of());
    }

    @Override
    public CompletableFuture<List<ChatMessage>> search(SearchQuery query, int limit) {
        return ask(opened -> opened.session().chat().search(query, limit), List.of());
    }

    /** Says this; the answer is why it could not be said. */
    CompletionStage<Optional<String>> say(String text) {
        return ask(
                        opened -> {
                            opened.session().chat().say(text);
                            return Optional.<String>empty();
                        },
                        Optional.of("Not in the room yet."))
                .exceptionally(SessionRequests::sentence);
    }

    private static Optional<String> sentence(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return Optional.of(String.valueOf(cause.getMessage()));
    }

    @Override
    public CompletionStage<String> why() {
        return ask(
                opened -> {
                    Search search = opened.session().lookForOthers();
                    return Stream.concat(Stream.of(search.why()), search.advice().stream())
                            .collect(Collectors.joining(" "));
                },
                "");
    }

    @Override
    public CompletionStage<Optional<String>> retry() {
        return ask(
                        opened -> {
                            lookForOthers(opened.session());
                            return Optional.<String>empty();
                        },
                        Optional.<String>empty())
                .exceptionally(SessionRequests::sentence);
    }

    private static void lookForOthers(Session session) throws SessionException {
        String own = session.connection().localNode().id().toString();
        List<InetSocketAddress> others = session.bootstrap().join().peers().values().stream()
                .filter(peer -> !peer.id().equals(own))
                .map(Peer::socketAddress)
                .toList();
        if (!others.isEmpty()) session.connection().connect(others);
    }

    /** What could stand at the cursor of a command. Blocks. */
    Proposal proposal(String line, int cursor) {
        return live.opened()
                .map(Opened::console)
                .map(console -> new CommandSource(console::complete, console.catalog()).propose(line, cursor))
                .orElseGet(() -> Proposal.nothingAt(cursor));
    }

    /** Who is in the room. */
    Roster roster() {
        return live.opened().map(opened -> opened.session().roster()).orElse(Roster.EMPTY);
    }

    /** Who takes part in the chat. */
    List<Roster.Entry> chatMembers() {
        return live.opened().map(opened -> opened.session().chat().members()).orElse(List.of());
    }

    /** How long it takes to a member and back. Blocks. */
    Duration ping(String shownName, Duration timeout) throws SessionException {
        Opened opened = live.opened().orElseThrow(() -> new SessionException("Not in the room yet."));
        return opened.session().chat().ping(shownName, timeout);
    }

    /** By which stack and service this peer is in the room. May block. */
    StatusFacts facts() {
        return live.opened()
                .map(Opened::session)
                .map(session -> new StatusFacts(
                        session.connection().configuration().stack().name(),
                        session.bootstrap().service()))
                .orElseGet(() -> new StatusFacts("", Optional.empty()));
    }
}
