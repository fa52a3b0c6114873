package dev.parley.chat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What members of a room say to each other; {@link WireCodec} gives each its bytes. */
sealed interface WireMessage {
    /**
     * Who a member is. Sent to those who are new to one's view, and again when something in it changes.
     *
     * @param author the lasting identity
     * @param lastNumber the last number this run has given to a message
     * @param answerWanted whether the receiver should say hello in return
     */
    record Hello(
            UUID author,
            long incarnation,
            String name,
            boolean inChat,
            Stamp clock,
            long lastNumber,
            boolean answerWanted)
            implements WireMessage {}

    /** Something said or done for everybody in the chat, or for one member only. */
    record Said(LogEntry entry) implements WireMessage {}

    record Ping(long nonce) implements WireMessage {}

    record Pong(long nonce) implements WireMessage {}

    /**
     * What its sender holds of the receiver's messages: all up to {@code number}, and direct ones up to {@code direct}.
     */
    record Ack(long incarnation, long number, long direct) implements WireMessage {}

    /**
     * What its sender holds.
     *
     * @param recent 0; in a question, how many of the latest messages the asker wants, knowing nobody's yet; in the answer the
     *     same, and the marks name no older ones
     * @param answerWanted whether this is a question, to be answered with the receiver's own marks
     */
    record Marks(List<Mark> marks, int recent, boolean answerWanted) implements WireMessage {
        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /** All numbers of a run from {@code low} to {@code high}. */
    record Mark(AuthorRun run, long low, long high) {}

    /** Asks for what the sender lacks. */
    record PageRequest(List<Span> spans) implements WireMessage {
        public PageRequest {
            spans = List.copyOf(spans);
        }
    }

    /** All numbers of a run from {@code from} to {@code to}. */
    record Span(AuthorRun run, long from, long to) {
        public Span {
            Objects.requireNonNull(run, "run");
        }
    }

    /**
     * Answers a {@link PageRequest}, as far as it fits.
     *
     * @param more whether the sender has more of what was asked for
     */
    record Page(List<LogEntry> entries, boolean more) implements WireMessage {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** What its sender has just written into the shared map. */
    record MapWritten(MapEntry entry) implements WireMessage {}

    /**
     * A digest of its sender's map.
     *
     * @param sums of all parts that hold anything
     * @param question which of the asker's questions this is; 0 if it is not {@link Purpose#ENTRIES_WANTED}
     * @param after the last key of the answer before; empty if there was none
     */
    record MapDigest(Purpose purpose, Set<MapSum> sums, long question, String after) implements WireMessage {
        /** Why a digest is told. */
        enum Purpose {
            /** For whoever lacks something. */
            TOLD,
            /** To be answered with the receiver's own, if that is another. */
            DIGEST_WANTED,
            /** To be answered with the entries of the parts that differ. */
            ENTRIES_WANTED
        }

        public MapDigest {
            sums = Set.copyOf(sums);
        }
    }

    /**
     * What the entries of one part of the map add up to.
     *
     * @param part the remainder of the key's CRC-32 by 256
     * @param sum of the first eight bytes of each entry's SHA-256, without carry
     */
    record MapSum(int part, long sum) {}

    /**
     * Answers {@link MapDigest.Purpose#ENTRIES_WANTED} in the order of the keys, as far as it fits.
     *
     * @param question as it was asked
     * @param more whether there are others after these
     */
    record MapEntries(long question, List<MapEntry> entries, boolean more) implements WireMessage {
        public MapEntries {
            entries = List.copyOf(entries);
        }
    }

    /** A type or version that this program does not know. */
    record Unknown(int version, int type) implements WireMessage {}
}
