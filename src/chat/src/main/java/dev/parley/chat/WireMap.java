package dev.parley.chat;

import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapDigest.Purpose;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapSum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of what members tell each other of the shared map. */
final class WireMap {
    private static final int DELETED = 0;
    private static final int WRITTEN = 1;

    /** Author, clock, name, key, deleted. */
    private static final int SMALLEST_ENTRY = 16 + 2 + 1 + 1 + 1;

    /** Each by its place. */
    private static final List<Purpose> PURPOSES = List.of(Purpose.TOLD, Purpose.DIGEST_WANTED, Purpose.ENTRIES_WANTED);

    private WireMap() {}

    /** The bytes by which an entry travels, and by which copies of the map are compared. */
    static byte[] bytes(MapEntry entry) {
        WireWriter out = new WireWriter();
        write(out, entry);
        return out.bytes();
    }

    static void write(WireWriter out, MapEntry entry) {
        out.uuid(entry.author()).stamp(entry.clock()).text(entry.name()).text(entry.key());
        if (entry.deleted()) out.octet(DELETED);
        else out.octet(WRITTEN).text(entry.value().orElseThrow());
    }

    static MapEntry readEntry(WireReader in) throws WireException {
        var author = in.uuid();
        Stamp clock = in.stamp();
        String name = in.text(Names.MAX_BYTES);
        String key = in.text(SharedMap.MAX_KEY_BYTES);
        Optional<String> value =
                in.octet() == DELETED ? Optional.empty() : Optional.of(in.text(SharedMap.MAX_VALUE_BYTES));
        try {
            return new MapEntry(key, value, clock, author, name);
        } catch (IllegalArgumentException e) {
            throw new WireException("an entry of the map that is none");
        }
    }

    static void write(WireWriter out, MapDigest digest) {
        out.octet(PURPOSES.indexOf(digest.purpose()))
                .number(digest.question())
                .text(digest.after())
                .number(digest.sums().size());
        for (MapSum sum : digest.sums()) out.octet(sum.part()).fixed(sum.sum());
    }

    static MapDigest readDigest(WireReader in) throws WireException {
        int purpose = in.octet();
        if (purpose >= PURPOSES.size()) throw new WireException("a digest for purpose " + purpose);
        long question = in.number();
        String after = in.text(SharedMap.MAX_KEY_BYTES);
        int size = in.count(1 + Long.BYTES);
        Set<MapSum> sums = new HashSet<>();
        for (int i = 0; i < size; i++) sums.add(new MapSum(in.octet(), in.fixed()));
        return new MapDigest(PURPOSES.get(purpose), sums, question, after);
    }

    static void write(WireWriter out, MapEntries entries) {
        out.number(entries.question())
                .octet(entries.more() ? 1 : 0)
                .number(entries.entries().size());
        for (MapEntry entry : entries.entries()) write(out, entry);
    }

    static MapEntries readEntries(WireReader in) throws WireException {
        long question = in.number();
        boolean more = in.octet() == 1;
        int size = in.count(SMALLEST_ENTRY);
        List<MapEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) entries.add(readEntry(in));
        return new MapEntries(question, entries, more);
    }
}
