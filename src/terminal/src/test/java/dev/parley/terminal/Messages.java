package dev.parley.terminal;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.ChatMessage.Kind;
import dev.parley.chat.MessageId;
import dev.parley.chat.Roster;
import dev.parley.chat.Stamp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages and rosters for tests. */
final class Messages {
    static final Instant TIME = Instant.parse("2026-11-22T10:11:12.120Z");

    private Messages() {}

    static ChatMessage text(long number, String from, String text) {
        return message(number, from, Kind.TEXT, Optional.empty(), text, false);
    }

    static ChatMessage late(long number, String from, String text) {
        return message(number, from, Kind.TEXT, Optional.empty(), text, true);
    }

    static ChatMessage action(long number, String from, String text) {
        return message(number, from, Kind.ACTION, Optional.empty(), text, false);
    }

    static ChatMessage direct(long number, String from, String to, String text) {
        return message(number, from, Kind.DIRECT, Optional.of(to), text, false);
    }

    static ChatMessage message(long number, String from, Kind kind, Optional<String> to, String text, boolean late) {
        MessageId id = new MessageId(new UUID(0, from.hashCode()), 7, number, kind == Kind.DIRECT);
        Stamp clock = new Stamp(TIME.toEpochMilli(), (int) number);
        return new ChatMessage(id, from, from.equals("alice"), kind, to, text, TIME, clock, late);
    }

    /** The first is alice's own and the coordinator. */
    static Roster roster(String... names) {
        List<Roster.Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.length; i++)
            entries.add(new Roster.Entry(
                    new UUID(0, i), Optional.empty(), names[i], i == 0, i == 0, true, Optional.of(address(7800 + i))));
        return new Roster(names[0] + "|" + names.length, entries);
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
