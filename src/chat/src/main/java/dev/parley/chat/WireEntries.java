package dev.parley.chat;

import dev.parley.chat.WireMessage.Burst;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of what was said: alone, in a burst, and in a page. */
final class WireEntries {
    private static final int TEXT = 0;
    private static final int ACTION = 1;

    /** The smallest entry of a burst: kind, clock, time, length of the text. */
    private static final int SMALLEST_IN_BURST = 5;

    /** The smallest entry of a page: kind, name, author, incarnation, number, clock, time, length of the text. */
    private static final int SMALLEST_IN_PAGE = 24;

    /** What a text takes at most besides its letters. */
    private static final int OVERHEAD = 48;

    private WireEntries() {}

    /** About what a message takes without its long texts; exact is not needed. */
    static int sizeOf(WireMessage message) {
        if (message instanceof Said said) return sizeOf(List.of(said.entry()));
        if (message instanceof Burst burst) return sizeOf(burst.entries());
        return message instanceof Page page ? sizeOf(page.entries()) : OVERHEAD;
    }

    static int sizeOf(List<LogEntry> entries) {
        int size = OVERHEAD;
        for (LogEntry entry : entries) {
            int text = entry.text().length();
            size += OVERHEAD + (text < WireWriter.LONG_TEXT ? text : 0);
        }
        return size;
    }

    static void write(WireWriter out, LogEntry entry) {
        out.uuid(entry.id().author())
                .number(entry.id().incarnation())
                .number(entry.id().number());
        timeAndText(out, entry);
    }

    private static void timeAndText(WireWriter out, LogEntry entry) {
        out.stamp(entry.clock())
                .signed(entry.sentMillis() - entry.clock().millis())
                .text(entry.text());
    }

    /** The name is not on the wire: the receiver knows the sender's. */
    static LogEntry read(WireReader in, ChatMessage.Kind kind) throws WireException {
        boolean direct = kind == ChatMessage.Kind.DIRECT;
        return timeAndText(in, new MessageId(in.uuid(), in.number(), in.number(), direct), kind, "");
    }

    private static LogEntry timeAndText(WireReader in, MessageId id, ChatMessage.Kind kind, String name)
            throws WireException {
        Stamp clock = in.stamp();
        long sentMillis = clock.millis() + in.signed();
        return new LogEntry(
                id, kind, clock, sentMillis, sentMillis, name, Optional.empty(), in.text(Chat.MAX_TEXT_BYTES));
    }

    static void writeBurst(WireWriter out, Burst burst) {
        MessageId first = burst.entries().get(0).id();
        out.uuid(first.author()).number(first.incarnation()).number(first.number());
        out.number(burst.entries().size());
        for (LogEntry entry : burst.entries()) timeAndText(out.octet(kindOf(entry)), entry);
    }

    static Burst readBurst(WireReader in) throws WireException {
        var author = in.uuid();
        long incarnation = in.number();
        long first = in.number();
        int size = Math.min(in.count(SMALLEST_IN_BURST), Burst.MOST_ENTRIES + 1);
        if (size > Burst.MOST_ENTRIES || size == 0) throw new WireException("a burst of " + size);
        List<LogEntry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ChatMessage.Kind kind = kind(in);
            entries.add(timeAndText(in, new MessageId(author, incarnation, first + i, false), kind, ""));
        }
        return new Burst(entries);
    }

    static void writePage(WireWriter out, Page page) {
        out.number(page.entries().size());
        for (LogEntry entry : page.entries()) write(out.octet(kindOf(entry)).text(entry.name()), entry);
    }

    static Page readPage(WireReader in) throws WireException {
        int size = in.count(SMALLEST_IN_PAGE);
        if (size > Page.MOST_ENTRIES) throw new WireException("a page of " + size);
        List<LogEntry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ChatMessage.Kind kind = kind(in);
            String name = name(in);
            entries.add(timeAndText(in, new MessageId(in.uuid(), in.number(), in.number(), false), kind, name));
        }
        return new Page(entries);
    }

    private static String name(WireReader in) throws WireException {
        String name = in.text(Names.MAX_BYTES);
        if (!Names.valid(name)) throw new WireException("a name that is none");
        return name;
    }

    private static int kindOf(LogEntry entry) {
        return switch (entry.kind()) {
            case TEXT -> TEXT;
            case ACTION -> ACTION;
            case DIRECT -> throw new IllegalArgumentException("only what everybody sees travels with others");
        };
    }

    private static ChatMessage.Kind kind(WireReader in) throws WireException {
        return switch (in.octet()) {
            case TEXT -> ChatMessage.Kind.TEXT;
            case ACTION -> ChatMessage.Kind.ACTION;
            default -> throw new WireException("a kind of message that travels alone only");
        };
    }
}
