package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PrintQueueTest {
    private final StillSink sink = new StillSink();

    @Test
    void aTerminalThatStandsStillHoldsUpNobodyAndMissesWhatNobodyCouldRead() throws Exception {
        try (PrintQueue queue = new PrintQueue(new TerminalPrinter(sink, Palette.PLAIN, ZoneOffset.UTC))) {
            queue.messagesAdded(said("first"));
            await().until(sink.standing::get);
            int many = PrintQueue.MOST_WAITING + 1_000;
            for (int i = 0; i < many; i++) queue.messagesAdded(said("flood"));
            sink.moves.countDown();
            await().until(() -> sink.lines.size() >= PrintQueue.MOST_WAITING);
            queue.flush();
            queue.messagesAdded(said("after"));
            await().until(() -> sink.lines.get(sink.lines.size() - 1).endsWith("after"));
            long flood =
                    sink.lines.stream().filter(line -> line.endsWith("flood")).count();
            assertThat(sink.lines)
                    .contains("-- " + (many - flood) + " messages are not shown here; 'history' has them.");
        }
    }

    @Test
    void whatWaitsIsShownBeforeTheEnd() {
        sink.moves.countDown();
        PrintQueue queue = new PrintQueue(new TerminalPrinter(sink, Palette.PLAIN, ZoneOffset.UTC));
        for (int i = 0; i < 100; i++) queue.messagesAdded(said("last words"));
        ChatMessage late = Messages.late(1, "bob", "late");
        queue.messagesAdded(new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(late)));
        queue.close();
        assertThat(sink.lines).hasSize(101).last().asString().endsWith("late");
    }

    @Test
    void whatHasGatheredGoesOutInOneWriteAndNothingStaysBehind() {
        StillStream stream = new StillStream();
        try (PrintQueue queue = new PrintQueue(new JsonPrinter(new PrintStream(stream)))) {
            queue.messagesAdded(said("first"));
            await().until(stream.writing::get);
            for (int i = 0; i < 50; i++) queue.messagesAdded(said("gathered"));
            stream.moves.countDown();
            await().until(() -> stream.writes.size() == 2);
            assertThat(stream.writes.get(1).lines()).hasSize(50).allMatch(line -> line.contains("gathered"));
            queue.messagesAdded(said("alone"));
            await().until(() -> stream.writes.size() == 3);
            assertThat(stream.writes.get(2)).contains("alone");
        }
    }

    @Test
    void afterTheEndNobodyWaitsForWhatIsNeverShown() {
        sink.moves.countDown();
        PrintQueue queue = new PrintQueue(new TerminalPrinter(sink, Palette.PLAIN, ZoneOffset.UTC));
        queue.close();
        assertThat(CompletableFuture.runAsync(queue::flush)).succeedsWithin(Duration.ofSeconds(4));
    }

    private static SessionEvent.MessagesAdded said(String text) {
        return new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(Messages.text(1, "bob", text)));
    }

    /** Prints nothing before it moves. */
    private static final class StillSink implements LineSink {
        private final AtomicBoolean standing = new AtomicBoolean();
        private final CountDownLatch moves = new CountDownLatch(1);
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void print(List<String> more) {
            standing.set(true);
            try {
                moves.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.addAll(more);
        }

        @Override
        public void clear() {}

        @Override
        public void flush() {}

        @Override
        public void promptChanged(SessionEvent.StateChanged state) {}
    }

    /** Writes nothing before it moves. */
    private static final class StillStream extends OutputStream {
        private final AtomicBoolean writing = new AtomicBoolean();
        private final CountDownLatch moves = new CountDownLatch(1);
        private final List<String> writes = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void write(int octet) {
            throw new AssertionError("one by one");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            writing.set(true);
            try {
                moves.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            writes.add(new String(bytes, from, length, StandardCharsets.UTF_8));
        }
    }
}
