package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.SenderColours;
import dev.parley.desktop.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Floods a chat log in a real window from another thread and prints how evenly frames came and what the heap held:
 * {@code ChatFlood [messages a second] [seconds]}.
 */
public final class ChatFlood {
    private static final int WARM_UP_SECONDS = 5;
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dan", "eve");

    private final FxThread fxThread = new FxThread();
    private final Talk talk = new Talk("me");
    private final Frames frames = new Frames();
    private final int rate;
    private final int seconds;
    private ChatLogModel model;
    private PulseQueue<ChatMessage> queue;

    private ChatFlood(int rate, int seconds) {
        this.rate = rate;
        this.seconds = seconds;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        new ChatFlood(rate, seconds).run();
        Platform.exit();
    }

    private void run() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        Platform.startup(() -> {
            show();
            open.countDown();
        });
        open.await();
        flood(WARM_UP_SECONDS);
        fxThread.execute(frames::begin);
        flood(seconds);
        CountDownLatch told = new CountDownLatch(1);
        fxThread.execute(() -> {
            frames.print(model.rows().size());
            told.countDown();
        });
        told.await();
    }

    private void show() {
        Fonts.load();
        model = new ChatLogModel(count -> CompletableFuture.completedFuture(List.of()), talk, fxThread);
        queue = new PulseQueue<>(
                fxThread, batch -> model.messagesAdded(new SessionEvent.MessagesAdded(Talk.ROOM, batch)));
        LogActions nothing =
                new LogActions(link -> {}, text -> {}, name -> {}, name -> {}, () -> new Invitation("", ""));
        Scene scene = new Scene(new ChatLogView(model, new SenderColours(), nothing), 1024, 640);
        Theme.LIGHT.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.stateChanged(talk.state(SessionState.JOINED));
        frames.start();
    }

    private void flood(int forSeconds) {
        long start = System.nanoTime();
        long sent = 0;
        int second = 0;
        while (second < forSeconds) {
            long passed = System.nanoTime() - start;
            long due = passed * rate / TimeUnit.SECONDS.toNanos(1);
            for (; sent < due; sent++) queue.add(next(sent));
            if (passed / TimeUnit.SECONDS.toNanos(1) > second) {
                second++;
                if (second % 5 == 0) heap(second);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ChatMessage next(long number) {
        String from = MEMBERS.get((int) (number / 3 % MEMBERS.size()));
        return talk.says(
                from, "Message " + number + " of the flood, with `code` in it and some words to fill its line.");
    }

    private static void heap(int second) {
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ENGLISH, "%3d s: heap %d MB%n", second, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** Measures the time between frames. JavaFX thread. */
    private static final class Frames extends AnimationTimer {
        private final List<Long> intervals = new ArrayList<>();
        private final List<Long> work = new ArrayList<>();
        private long last;
        private long lastWork;

        void begin() {
            intervals.clear();
            work.clear();
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (last != 0) intervals.add(time - last);
            last = time;
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (lastWork != 0) work.add(worked - lastWork);
            lastWork = worked;
        }

        void print(int rows) {
            System.out.printf(Locale.ENGLISH, "%d frames, %d rows%n", intervals.size(), rows);
            print("interval", intervals);
            print("processor time of the window's thread per frame", work);
        }

        private static void print(String what, List<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    Locale.ENGLISH,
                    "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    what,
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    millis(sorted, 1));
        }

        private static double millis(long[] sorted, double part) {
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
        }
    }
}
