package dev.parley.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A room's history file as it would be after years: people who come and go, common words and rare ones, some Chinese. The same
 * seed makes the same messages. Written through the store itself, in whose package this is therefore.
 */
public final class LargeRoom {
    private static final int AUTHORS = 12;
    private static final int RUNS_EACH = 40;
    private static final int VOCABULARY = 30_000;
    private static final int MOST_WORDS = 24;
    private static final int TRANSACTION = 1_000;
    /** One message in so many is Chinese. */
    private static final int CHINESE = 20;

    private static final int MOST_CHARACTERS = 30;
    private static final long FIRST_MILLIS = 1_700_000_000_000L;
    private static final int MOST_PAUSE_MILLIS = 120_000;
    private static final String[] SYLLABLES =
            ("an ar be ca co da de di el en er fa ga ha in ka la le li lo ma me mi mo na ne ni no or pa pe ra re"
                            + " ri ro sa se si so ta te ti to tu un va ve vi wa xe yo zu")
                    .split(" ", -1);
    /** Where the frequent characters of Chinese begin in Unicode, and how many follow. */
    private static final int FIRST_CHARACTER = 0x4E00;

    private static final int CHARACTERS = 2_000;

    private final Random random;
    private final List<String> words;
    private final long[] numbers = new long[AUTHORS * RUNS_EACH];
    private long millis = FIRST_MILLIS;

    private LargeRoom(long seed) {
        random = new Random(seed);
        words = IntStream.range(0, VOCABULARY).mapToObj(any -> word()).toList();
    }

    /** Writes a new history file with that many messages. */
    public static void write(Path file, int messages, long seed) throws Exception {
        LargeRoom room = new LargeRoom(seed);
        try (HistoryStore store = open(file)) {
            for (int written = 0; written < messages; written += TRANSACTION)
                store.append(room.entries(written, messages, Math.min(TRANSACTION, messages - written)));
        }
    }

    /** Opens the file as entering the room does, reads the latest messages, and closes it; returns how many milliseconds passed until then. */
    public static double millisToOpen(Path file, int latest) throws Exception {
        long begun = System.nanoTime();
        try (Transcript transcript = new Transcript(open(file), complaint -> {})) {
            int read = transcript.last(latest).size();
            if (read != latest) throw new IllegalStateException("Only " + read + " messages are in " + file);
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    /** Queries about such a room, whose shortest word has at least three characters, or one or two. */
    public record Queries(List<String> usual, List<String> tiny) {}

    /** A mix of what people look for: frequent, rare and absent words, phrases, Chinese, authors, times. */
    public static Queries queries(int each, long seed) {
        LargeRoom room = new LargeRoom(seed);
        Random choice = new Random(seed + 1);
        List<String> words =
                room.words.stream().filter(word -> word.length() >= 3).toList();
        List<String> usual = new ArrayList<>();
        List<String> tiny = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            String frequent = words.get(choice.nextInt(50));
            String rare = words.get(words.size() / 2 + choice.nextInt(words.size() / 2));
            usual.add(frequent);
            usual.add(rare);
            usual.add(rare + "zzq");
            usual.add('"' + frequent + " " + words.get(choice.nextInt(50)) + '"');
            usual.add(frequent + " " + rare);
            usual.add("from:author" + choice.nextInt(AUTHORS) + " " + frequent);
            usual.add("before:2024-0" + (1 + choice.nextInt(9)) + "-11 " + frequent);
            usual.add(chinese(choice, 3));
            tiny.add(frequent.substring(0, 1 + choice.nextInt(2)));
            tiny.add("from:author" + choice.nextInt(AUTHORS) + " " + frequent.substring(0, 2));
            tiny.add(chinese(choice, 1));
            tiny.add(chinese(choice, 2));
            tiny.add("qz");
        }
        return new Queries(usual, tiny);
    }

    private static HistoryStore open(Path file) throws HistoryException {
        return SqliteHistoryStore.open(new HistoryFile(file), HistorySettings.USUAL.megabytes());
    }

    /** Runs follow one another: at any time each author is in the run of that time. */
    private List<LogEntry> entries(int written, int all, int count) {
        List<LogEntry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int author = random.nextInt(AUTHORS);
            int run = (int) ((long) (written + i) * RUNS_EACH / all);
            millis += 1 + random.nextInt(MOST_PAUSE_MILLIS);
            long number = ++numbers[author * RUNS_EACH + run];
            MessageId id = new MessageId(new UUID(author, author), FIRST_MILLIS + run, number, false);
            entries.add(entry(id, "author" + author));
        }
        return entries;
    }

    private LogEntry entry(MessageId id, String name) {
        String text = random.nextInt(CHINESE) == 0 ? chinese() : sentence();
        return new LogEntry(
                id, ChatMessage.Kind.TEXT, new Stamp(millis, 0), millis, millis, name, Optional.empty(), text);
    }

    private String sentence() {
        int count = 1 + random.nextInt(MOST_WORDS);
        List<String> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) chosen.add(words.get(frequentFirst()));
        return String.join(" ", chosen);
    }

    /** Each tenth part of the vocabulary is said as often as the rest of it: nearly Zipf's law. */
    private int frequentFirst() {
        return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        return word.toString();
    }

    private String chinese() {
        return chinese(random, 1 + random.nextInt(MOST_CHARACTERS));
    }

    private static String chinese(Random random, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++)
            text.appendCodePoint(FIRST_CHARACTER + (int) Math.pow(CHARACTERS, random.nextDouble()) - 1);
        return text.toString();
    }
}
