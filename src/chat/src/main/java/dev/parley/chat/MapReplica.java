package dev.parley.chat;

import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapSum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * This member's copy of a shared map: of each key the greatest entry it has met, and of all keys only those with the greatest
 * entries, as many as a map has at most. In whichever order entries are met, and however often, the copies of those who have
 * met the same are the same. Confined to the session thread.
 */
final class MapReplica {
    /** Into so many parts the keys fall, so that what differs is found without comparing all. */
    private static final int PARTS = 256;

    /** What one answer holds at most, in bytes. */
    private static final int CHUNK_BYTES = 60 * 1024;

    private final int mostKeys;
    private final TreeMap<String, MapEntry> byKey = new TreeMap<>();
    private final TreeSet<MapEntry> inOrder = new TreeSet<>();
    private final long[] sums = new long[PARTS];

    /** @param mostKeys how many keys there are at most, deleted ones included */
    MapReplica(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** All entries, the deleted included, by their keys. */
    Collection<MapEntry> entries() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    Optional<MapEntry> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether there is a place for this key. */
    boolean hasPlaceFor(String key) {
        return byKey.containsKey(key) || byKey.size() < mostKeys;
    }

    /** Takes note of an entry; tells whether it holds. */
    boolean merge(MapEntry entry) {
        MapEntry held = byKey.get(entry.key());
        if (held != null && held.compareTo(entry) >= 0) return false;
        if (!hasPlaceFor(entry.key()) && inOrder.first().compareTo(entry) > 0) return false;
        if (held != null) drop(held);
        add(entry);
        if (byKey.size() > mostKeys) drop(inOrder.first());
        return true;
    }

    private void add(MapEntry entry) {
        byKey.put(entry.key(), entry);
        inOrder.add(entry);
        sums[part(entry.key())] += hash(entry);
    }

    private void drop(MapEntry entry) {
        byKey.remove(entry.key());
        inOrder.remove(entry);
        sums[part(entry.key())] -= hash(entry);
    }

    /** A digest of the whole map. */
    Set<MapSum> sums() {
        Set<MapSum> all = new HashSet<>();
        for (int part = 0; part < PARTS; part++) if (sums[part] != 0) all.add(new MapSum(part, sums[part]));
        return all;
    }

    /** The entries, as many as fit into an answer, of those parts that are not the same for who asks. */
    MapEntries differing(MapDigest asked) {
        List<MapEntry> entries = new ArrayList<>();
        int bytes = 0;
        for (MapEntry entry : byKey.tailMap(asked.after(), false).values()) {
            int part = part(entry.key());
            if (asked.sums().contains(new MapSum(part, sums[part]))) continue;
            bytes += WireMap.bytes(entry).length;
            if (bytes > CHUNK_BYTES) return new MapEntries(asked.question(), entries, true);
            entries.add(entry);
        }
        return new MapEntries(asked.question(), entries, false);
    }

    private static int part(String key) {
        CRC32 checksum = new CRC32();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % PARTS);
    }

    private static long hash(MapEntry entry) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(WireMap.bytes(entry));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
