package dev.parley.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A process that writes to a room's history as fast as it can, and says what it has written once it has, until it is killed. */
final class WritingPeer {
    private static final int AUTHORS = 3;

    private WritingPeer() {}

    /**
     * Writes for ever.
     *
     * @param arguments the folder, and a number that is new for each process
     */
    public static void main(String[] arguments) {
        long incarnation = Long.parseLong(arguments[1]);
        Random random = new Random(incarnation);
        Transcript transcript = new Transcript(
                new HistoryShelf(Path.of(arguments[0]), new HistorySettings(true, 1_000), System.out::println)
                        .open(RoomName.LOBBY),
                System.out::println);
        long number = 0;
        while (true) {
            List<LogEntry> batch = new ArrayList<>();
            for (int i = random.nextInt(1_000); i >= 0; i--) batch.add(said(++number, incarnation, random));
            batch.forEach(entry -> transcript.add(entry.run(), List.of(entry)));
            transcript.flush();
            // One write, which a pipe takes whole or not at all.
            System.out.print("written " + batch.get(0).id().number() + " " + number + "\n");
            System.out.flush();
        }
    }

    private static LogEntry said(long number, long incarnation, Random random) {
        return new LogEntry(
                new MessageId(author(number), incarnation, numberOfAuthor(number), false),
                ChatMessage.Kind.TEXT,
                new Stamp(incarnation * 1_000_000 + number + random.nextInt(10), 0),
                number,
                number,
                "writer",
                Optional.empty(),
                "message " + Long.toString(number * 7_919, 36) + " of " + incarnation);
    }

    static UUID author(long number) {
        return new UUID(-1, number % AUTHORS);
    }

    static long numberOfAuthor(long number) {
        return (number - 1) / AUTHORS + 1;
    }
}
