package dev.parley.chat;

import dev.parley.chat.WireMessage.AboutTold;
import dev.parley.chat.WireMessage.Ack;
import dev.parley.chat.WireMessage.Burst;
import dev.parley.chat.WireMessage.Hello;
import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapWritten;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.OlderRequest;
import dev.parley.chat.WireMessage.Order;
import dev.parley.chat.WireMessage.OrderAnswer;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Ping;
import dev.parley.chat.WireMessage.Pong;
import dev.parley.chat.WireMessage.Said;
import dev.parley.chat.WireMessage.Unknown;
import dev.parley.group.StackPrint;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages as bytes: one byte version, one byte type, then the fields of that type, as {@code docs/wire-format.md} has them.
 * Types and fields are never reused; unknown types and newer versions decode to {@link Unknown}. Any thread.
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
    private static final int MARKS_REQUEST = 12;
    private static final int BURST = 13;
    private static final int MAP_DIGEST = 14;
    private static final int MAP_ENTRIES = 15;
    private static final int OLDER_REQUEST = 16;
    private static final int ORDER = 17;
    private static final int ORDER_ANSWER = 18;
    private static final int ABOUT = 19;

    private static final int IN_CHAT = 1;
    private static final int ANSWER_WANTED = 2;

    byte[] encode(WireMessage message) {
        WireWriter out = new WireWriter(WireEntries.sizeOf(message));
        out.octet(VERSION);
        if (message instanceof Said said)
            WireEntries.write(out.octet(typeOf(said.entry().kind())), said.entry());
        else if (message instanceof Burst burst) WireEntries.writeBurst(out.octet(BURST), burst);
        else if (message instanceof Hello hello) hello(out, hello);
        else if (message instanceof Ping ping) out.octet(PING).fixed(ping.nonce());
        else if (message instanceof Pong pong) out.octet(PONG).fixed(pong.nonce());
        else if (message instanceof Ack ack)
            out.octet(ACK).number(ack.incarnation()).number(ack.number()).number(ack.direct());
        else if (message instanceof Marks marks) WireMarks.write(out.octet(MARKS), marks);
        else if (message instanceof MarksRequest request) WireMarks.write(out.octet(MARKS_REQUEST), request);
        else if (message instanceof OlderRequest request)
            out.octet(OLDER_REQUEST).stamp(request.before()).number(request.count());
        else if (message instanceof PageRequest request) WireMarks.write(out.octet(PAGE_REQUEST), request);
        else if (message instanceof Page page) WireEntries.writePage(out.octet(PAGE), page);
        else if (message instanceof MapWritten written) WireMap.write(out.octet(MAP_WRITTEN), written.entry());
        else if (message instanceof MapDigest digest) WireMap.write(out.octet(MAP_DIGEST), digest);
        else if (message instanceof MapEntries entries) WireMap.write(out.octet(MAP_ENTRIES), entries);
        else if (message instanceof Order order) order(out, order);
        else if (message instanceof OrderAnswer answer)
            out.octet(ORDER_ANSWER)
                    .fixed(answer.nonce())
                    .octet(answer.ok() ? 1 : 0)
                    .text(answer.sentence());
        else if (message instanceof AboutTold told) about(out.octet(ABOUT), told.about());
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
            case TEXT -> new Said(WireEntries.read(in, ChatMessage.Kind.TEXT));
            case ACTION -> new Said(WireEntries.read(in, ChatMessage.Kind.ACTION));
            case DIRECT -> new Said(WireEntries.read(in, ChatMessage.Kind.DIRECT));
            case BURST -> WireEntries.readBurst(in);
            case PING -> new Ping(in.fixed());
            case PONG -> new Pong(in.fixed());
            case ACK -> new Ack(in.number(), in.number(), in.number());
            case MARKS -> WireMarks.read(in);
            case MARKS_REQUEST -> WireMarks.readMarksRequest(in);
            case OLDER_REQUEST -> new OlderRequest(in.stamp(), in.small(Integer.MAX_VALUE));
            case PAGE_REQUEST -> WireMarks.readPageRequest(in);
            case PAGE -> WireEntries.readPage(in);
            case MAP_WRITTEN -> new MapWritten(WireMap.readEntry(in));
            case MAP_DIGEST -> WireMap.readDigest(in);
            case MAP_ENTRIES -> WireMap.readEntries(in);
            case ORDER -> order(in);
            case ORDER_ANSWER -> new OrderAnswer(in.fixed(), in.octet() == 1, in.text(OrderAnswer.MAX_BYTES));
            case ABOUT -> about(in);
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

    private static void about(WireWriter out, About about) {
        out.text(about.version()).text(about.stack().name()).fixed(about.stack().fingerprint());
    }

    private static AboutTold about(WireReader in) throws WireException {
        String version = in.text(Names.MAX_BYTES);
        String stack = in.text(Names.MAX_BYTES);
        if (!Names.valid(version) || !Names.valid(stack)) throw new WireException("a version or stack that is none");
        return new AboutTold(new About(version, new StackPrint(stack, in.fixed())));
    }

    private static void hello(WireWriter out, Hello hello) {
        out.octet(HELLO).uuid(hello.author()).number(hello.incarnation()).text(hello.name());
        out.octet((hello.inChat() ? IN_CHAT : 0) | (hello.answerWanted() ? ANSWER_WANTED : 0));
        out.stamp(hello.clock()).number(hello.lastNumber());
    }

    private static Hello hello(WireReader in) throws WireException {
        var author = in.uuid();
        long incarnation = in.number();
        String name = in.text(Names.MAX_BYTES);
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

    private static void order(WireWriter out, Order order) {
        out.octet(ORDER).fixed(order.nonce()).number(order.words().size());
        order.words().forEach(out::text);
    }

    private static Order order(WireReader in) throws WireException {
        long nonce = in.fixed();
        int size = in.count(1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < size; i++) words.add(in.text(Chat.MAX_TEXT_BYTES));
        return new Order(nonce, words);
    }
}
