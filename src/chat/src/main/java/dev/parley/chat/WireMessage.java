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
     * @param clock the sender's clock, {@link Stamp#ZERO} if it has none to go by yet
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

    /** Messages of one run that everybody sees, in the order of their numbers, which leave no gap. */
    record Burst(List<LogEntry> entries) implements WireMessage {
        /** What one burst has at most, so that small messages cost their receiver no more memory than large ones. */
        static final int MOST_ENTRIES = 1_000;

        public Burst {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What its sender holds.
     *
     * @param recent 0; in a question, how many of the latest messages the asker wants, knowing nobody's yet; in the answer the
     *     same, and the marks reach no further back
     */
    record Marks(List<AuthorMarks> authors, int recent, Marks.Purpose purpose) implements WireMessage {
        /** Why marks are told. */
        enum Purpose {
            /** In short, for whoever lacks something. */
            SUMMARY,
            /** In short, to be answered with the receiver's own. */
            QUESTION,
            /** All runs of the authors asked for with {@link MarksRequest}. */
            DETAILS,
            /** The runs that {@link OlderRequest} reaches back to. */
            OLDER
        }

        public Marks {
            authors = List.copyOf(authors);
        }
    }

    /**
     * What is held of an author.
     *
     * @param runs in the order of their incarnations; in a summary only the last
     * @param earlier a digest of what is held of the runs before those; 0 if that is nothing
     */
    record AuthorMarks(UUID author, List<Mark> runs, long earlier) {
        public AuthorMarks {
            runs = List.copyOf(runs);
        }
    }

    /**
     * What is held of one run.
     *
     * @param low what lies below is not kept
     * @param held in order, and apart
     */
    record Mark(long incarnation, long low, List<Numbers.Range> held) {
        public Mark {
            held = List.copyOf(held);
        }
    }

    /** Asks for all runs of these authors; {@code recent} as in {@link Marks}. */
    record MarksRequest(List<UUID> authors, int recent) implements WireMessage {
        public MarksRequest {
            authors = List.copyOf(authors);
        }
    }

    /** Asks for the marks of the {@code count} messages that come before this place in the log. */
    record OlderRequest(Stamp before, int count) implements WireMessage {}

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

        boolean contains(LogEntry entry) {
            long number = entry.id().number();
            return from <= number && number <= to && run.equals(entry.run());
        }
    }

    /** Answers a {@link PageRequest}, as far as it fits and is held. */
    record Page(List<LogEntry> entries) implements WireMessage {
        /** What a page holds at most, in messages. */
        static final int MOST_ENTRIES = 500;

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
     * @param question which of the asker's questions this is; 0 if it is not {@link MapDigest.Purpose#ENTRIES_WANTED}
     * @param after the last key of the answer before; empty if there was none
     */
    record MapDigest(MapDigest.Purpose purpose, Set<MapSum> sums, long question, String after) implements WireMessage {
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

    /**
     * Tells its receivers to do something, if they allow it.
     *
     * @param words what; the first says of which kind
     */
    record Order(long nonce, List<String> words) implements WireMessage {
        public Order {
            words = List.copyOf(words);
        }
    }

    /**
     * What came of an {@link Order}.
     *
     * @param nonce the order's
     * @param ok whether it was carried out
     * @param sentence what was done, or why it was not
     */
    record OrderAnswer(long nonce, boolean ok, String sentence) implements WireMessage {
        /** The most that a sentence has, in bytes of UTF-8. */
        static final int MAX_BYTES = 8 * 1024;
    }

    /** What its sender says of its program, beside each {@link Hello} and whenever its stack changes. */
    record AboutTold(About about) implements WireMessage {}

    /** A type or version that this program does not know. */
    record Unknown(int version, int type) implements WireMessage {}
}
