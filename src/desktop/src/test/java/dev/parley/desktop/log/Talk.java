package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.MessageId;
import dev.parley.chat.RoomName;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.chat.Stamp;
import dev.parley.group.GroupEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A conversation to be shown in tests, at a time that the test sets. Confined to one thread. */
final class Talk extends Clock {
    static final RoomName ROOM = new RoomName("parley-demo");
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final String self;
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> members = new ArrayList<>();
    private Instant now = START;
    private int counter;
    private int view;

    Talk(String self) {
        this.self = self;
        members.add(self);
    }

    Talk at(String time) {
        now = Instant.parse("2026-11-22T" + time + "Z");
        return this;
    }

    Talk on(String day, String time) {
        now = Instant.parse(day + "T" + time + "Z");
        return this;
    }

    Talk pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    ChatMessage says(String from, String text) {
        return message(from, ChatMessage.Kind.TEXT, Optional.empty(), text, false);
    }

    ChatMessage does(String from, String text) {
        return message(from, ChatMessage.Kind.ACTION, Optional.empty(), text, false);
    }

    ChatMessage tells(String from, String to, String text) {
        return message(from, ChatMessage.Kind.DIRECT, Optional.of(to), text, false);
    }

    ChatMessage saidLate(String from, String text) {
        return message(from, ChatMessage.Kind.TEXT, Optional.empty(), text, true);
    }

    private ChatMessage message(String from, ChatMessage.Kind kind, Optional<String> to, String text, boolean late) {
        long number = numbers.merge(from, 1L, Long::sum);
        MessageId id = new MessageId(author(from), 1, number, kind == ChatMessage.Kind.DIRECT);
        return new ChatMessage(
                id, from, from.equals(self), kind, to, text, now, new Stamp(now.toEpochMilli(), counter++), late);
    }

    static UUID author(String name) {
        return new UUID(7, name.hashCode());
    }

    SessionEvent.StateChanged state(SessionState state) {
        return state(state, ROOM);
    }

    SessionEvent.StateChanged state(SessionState state, RoomName room) {
        return new SessionEvent.StateChanged(state, room, self, Optional.empty());
    }

    static SessionEvent.MessagesAdded added(ChatMessage... messages) {
        return new SessionEvent.MessagesAdded(ROOM, List.of(messages));
    }

    SessionEvent.ViewShown first(String... others) {
        members.addAll(List.of(others));
        return view(List.of(others), List.of(), false);
    }

    SessionEvent.ViewShown joined(String... names) {
        members.addAll(List.of(names));
        return view(List.of(names), List.of(), false);
    }

    SessionEvent.ViewShown merged(String... names) {
        members.addAll(List.of(names));
        return view(List.of(names), List.of(), true);
    }

    SessionEvent.ViewShown gone(GroupEvent.Reason reason, String... names) {
        members.removeAll(List.of(names));
        List<SessionEvent.Departed> left = new ArrayList<>();
        for (String name : names) left.add(new SessionEvent.Departed(name, reason));
        return view(List.of(), left, false);
    }

    private SessionEvent.ViewShown view(List<String> joined, List<SessionEvent.Departed> left, boolean merged) {
        return new SessionEvent.ViewShown(ROOM, roster(), joined, left, merged);
    }

    private Roster roster() {
        view++;
        List<Roster.Entry> entries = members.stream().map(this::entry).toList();
        return new Roster(members.get(0) + "|" + view, entries);
    }

    private Roster.Entry entry(String name) {
        return new Roster.Entry(
                author(name),
                Optional.of(author(name)),
                name,
                name.equals(members.get(0)),
                name.equals(self),
                true,
                Optional.empty());
    }
}
