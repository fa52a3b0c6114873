package dev.parley.chat;

import dev.parley.chat.WireMessage.Ack;
import dev.parley.chat.WireMessage.Hello;
import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapWritten;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Ping;
import dev.parley.chat.WireMessage.Pong;
import dev.parley.chat.WireMessage.Said;
import dev.parley.chat.WireMessage.Span;
import dev.parley.chat.WireMessage.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages as bytes: one byte version, one byte type, then the fields of that type. Numbers are LEB128, texts UTF-8. Types
 * and fields are never reused; unknown types and newer versions decode to {@link Unknown}. Any thread.
 */
final class WireCodec {
    /** The version that this program speaks. */
    static final int VERSION = 1;

    private static final int HELLO = 1;
    private static final int TEXT = 2;
    private static final int ACTION = 3;
    private static final int DIRECT = 4;
    private static final int PING = 5;
    private static final int PONG = 6;
    private static final int ACK = 7;
    private static final int MAP_WRITTEN = 8;
    private static final int MARKS = 9;
    private static final int PAGE_REQUEST = 10;
    private static final int PAGE = 11;
    private static final int MAP_DIGEST = 14;
    private static final int MAP_ENTRIES = 15;

    private static final int IN_CHAT = 1;
    private static final int ANSWER_WANTED = 2;

    byte[] encode(WireMessage message) {
        WireWriter out = new WireWriter();
        out.octet(VERSION);
        if (message instanceof Hello hello) hello(out, hello);
        else if (message instanceof Said said) {
            out.octet(typeOf(said.entry().kind()));
            body(out, said.entry());
        } else if (message instanceof Ping ping) out.octet(PING).fixed(ping.nonce());
        else if (message instanceof Pong pong) out.octet(PONG).fixed(pong.nonce());
        else if (message instanceof Ack ack)
            out.octet(ACK).number(ack.incarnation()).number(ack.number()).number(ack.direct());
        else if (message instanceof Marks marks) marks(out, marks);
        else if (message instanceof PageRequest request) request(out, request);
        else if (message instanceof Page page) page(out, page);
        else if (message instanceof MapWritten written) WireMap.write(out.octet(MAP_WRITTEN), written.entry());
        else if (message instanceof MapDigest digest) WireMap.write(out.octet(MAP_DIGEST), digest);
        else if (message instanceof MapEntries entries) WireMap.write(out.octet(MAP_ENTRIES), entries);
        else throw new IllegalArgumentException("Not to be sent: " + message);
        return out.bytes();
    }

    /**
     * Reads one message.
     *
     * @throws WireException if the bytes are no message of a type and version known here
     */
    WireMessage decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        int version = in.octet();
        int type = in.octet();
        if (version > VERSION) return new Unknown(version, type);
        if (version < 1) throw new WireException("version " + version);
        WireMessage message = switch (type) {
            case HELLO -> hello(in);
            case TEXT -> new Said(body(in, ChatMessage.Kind.TEXT));
            case ACTION -> new Said(body(in, ChatMessage.Kind.ACTION));
            case DIRECT -> new Said(body(in, ChatMessage.Kind.DIRECT));
            case PING -> new Ping(in.fixed());
            case PONG -> new Pong(in.fixed());
            case ACK -> new Ack(in.number(), in.number(), in.number());
            case MARKS -> marks(in);
            case PAGE_REQUEST -> request(in);
            case PAGE -> page(in);
            case MAP_WRITTEN -> new MapWritten(WireMap.readEntry(in));
            case MAP_DIGEST -> WireMap.readDigest(in);
            case MAP_ENTRIES -> WireMap.readEntries(in);
            default -> new Unknown(version, type);
        };
        if (!(message instanceof Unknown)) in.end();
        return message;
    }

    private static int typeOf(ChatMessage.Kind kind) {
        return switch (kind) {
            case TEXT -> TEXT;
            case ACTION -> ACTION;
            case DIRECT -> DIRECT;
        };
    }

    private static void hello(WireWriter out, Hello hello) {
        out.octet(HELLO).uuid(hello.author()).number(hello.incarnation()).text(hello.name());
        out.octet((hello.inChat() ? IN_CHAT : 0) | (hello.answerWanted() ? ANSWER_WANTED : 0));
        out.stamp(hello.clock()).number(hello.lastNumber());
    }

    private static Hello hello(WireReader in) throws WireException {
        var author = in.uuid();
        long incarnation = in.number();
        String name = in.text();
        int flags = in.octet();
        return new Hello(
                author,
                incarnation,
                name,
                (flags & IN_CHAT) != 0,
                in.stamp(),
                in.number(),
                (flags & ANSWER_WANTED) != 0);
    }

    private static void body(WireWriter out, LogEntry entry) {
        run(out, entry.run()).number(entry.id().number()).stamp(entry.clock());
        out.signed(entry.sentMillis() - entry.clock().millis()).rest(entry.text());
    }

    /** The name is not on the wire: the receiver knows the sender's. */
    private static LogEntry body(WireReader in, ChatMessage.Kind kind) throws WireException {
        AuthorRun run = run(in);
        boolean direct = kind == ChatMessage.Kind.DIRECT;
        MessageId id = new MessageId(run.author(), run.incarnation(), in.number(), direct);
        Stamp clock = in.stamp();
        long sentMillis = clock.millis() + in.signed();
        return new LogEntry(id, kind, clock, sentMillis, sentMillis, "", Optional.empty(), in.rest());
    }

    private static void marks(WireWriter out, Marks marks) {
        out.octet(MARKS).octet(marks.answerWanted() ? ANSWER_WANTED : 0).number(marks.recent());
        out.number(marks.marks().size());
        for (Mark mark : marks.marks()) run(out, mark.run()).number(mark.low()).number(mark.high());
    }

    private static Marks marks(WireReader in) throws WireException {
        boolean answerWanted = (in.octet() & ANSWER_WANTED) != 0;
        int recent = in.count();
        int size = in.count();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < size; i++) marks.add(new Mark(run(in), in.number(), in.number()));
        return new Marks(marks, recent, answerWanted);
    }

    private static void request(WireWriter out, PageRequest request) {
        out.octet(PAGE_REQUEST).number(request.spans().size());
        for (Span span : request.spans())
            run(out, span.run()).number(span.from()).number(span.to());
    }

    private static PageRequest request(WireReader in) throws WireException {
        int size = in.count();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < size; i++) spans.add(new Span(run(in), in.number(), in.number()));
        return new PageRequest(spans);
    }

    private static void page(WireWriter out, Page page) {
        out.octet(PAGE).octet(page.more() ? 1 : 0).number(page.entries().size());
        for (LogEntry entry : page.entries()) {
            WireWriter body = new WireWriter();
            body(body, entry);
            out.octet(typeOf(entry.kind())).text(entry.name()).block(body.bytes());
        }
    }

    private static Page page(WireReader in) throws WireException {
        boolean more = in.octet() == 1;
        int size = in.count();
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) entries.add(pageEntry(in));
        return new Page(entries, more);
    }

    private static LogEntry pageEntry(WireReader in) throws WireException {
        ChatMessage.Kind kind = switch (in.octet()) {
            case TEXT -> ChatMessage.Kind.TEXT;
            case ACTION -> ChatMessage.Kind.ACTION;
            default -> throw new WireException("a page holds only what was said to everybody");
        };
        String name = in.text();
        LogEntry entry = body(in.block(), kind);
        return new LogEntry(
                entry.id(),
                kind,
                entry.clock(),
                entry.sentMillis(),
                entry.shownMillis(),
                name,
                Optional.empty(),
                entry.text());
    }

    private static WireWriter run(WireWriter out, AuthorRun run) {
        return out.uuid(run.author()).number(run.incarnation());
    }

    private static AuthorRun run(WireReader in) throws WireException {
        return new AuthorRun(in.uuid(), in.number());
    }
}
