package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.completion.CompletionWorker;
import dev.parley.desktop.completion.Keyboard;
import dev.parley.desktop.completion.Proposal;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import dev.parley.desktop.input.MessageActions;
import dev.parley.desktop.input.MessageInput;
import dev.parley.desktop.input.MessageInputModel;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.SenderColours;
import dev.parley.desktop.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Floods a chat log in a real window from another thread, types into the input below it, and prints how evenly frames came, how
 * long a key took to be drawn, and what the heap held: {@code ChatFlood [messages a second] [seconds]}. Started by
 * {@code src/desktop/chat-flood}.
 */
public final class ChatFlood {
    private static final int WARM_UP_SECONDS = 5;
    private static final long BETWEEN_KEYS_NANOS = TimeUnit.MILLISECONDS.toNanos(170);
    private static final int LINE = 60;
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dan", "eve");

    private final FxThread fxThread = new FxThread();
    private final Talk talk = new Talk("me");
    private final Frames frames = new Frames();
    private final Keys keys = new Keys();
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
        fxThread.execute(() -> {
            frames.begin();
            keys.begin();
        });
        flood(seconds);
        CountDownLatch told = new CountDownLatch(1);
        fxThread.execute(() -> {
            frames.print(model.rows().size());
            keys.print();
            told.countDown();
        });
        told.await();
    }

    private void show() {
        Fonts.load();
        model = new ChatLogModel(new KeptLog(), talk, fxThread);
        queue = new PulseQueue<>(
                fxThread, batch -> model.messagesAdded(new SessionEvent.MessagesAdded(Talk.ROOM, batch)));
        LogActions nothing =
                new LogActions(link -> {}, text -> {}, name -> {}, name -> {}, () -> new Invitation("", ""));
        ChatLogView log = new ChatLogView(model, new SenderColours(), nothing);
        VBox.setVgrow(log, Priority.ALWAYS);
        Pane overlay = new Pane();
        overlay.setMouseTransparent(true);
        MessageInput input = input(overlay);
        Scene scene = new Scene(new StackPane(new VBox(log, input), overlay), 1024, 640);
        Theme.LIGHT.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.stateChanged(talk.state(SessionState.JOINED));
        frames.start();
        keys.begin(scene, (TextArea) input.lookup(".text-area"));
    }

    private MessageInput input(Pane overlay) {
        CompletionPopup popup = new CompletionPopup(overlay, new CompletionWorker(fxThread));
        MessageInputModel inputModel = new MessageInputModel(fxThread, new Mute(), Map.of(), drafts -> {});
        return new MessageInput(inputModel, popup, (text, cursor) -> Proposal.nothingAt(cursor));
    }

    /** Nothing is sent. */
    private static final class Mute implements MessageActions {
        @Override
        public CompletionStage<Optional<String>> say(String text) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void command(String line) {}
    }

    private void flood(int forSeconds) {
        long start = System.nanoTime();
        long sent = 0;
        int second = 0;
        while (second < forSeconds) {
            long passed = System.nanoTime() - start;
            long due = passed * rate / TimeUnit.SECONDS.toNanos(1);
            for (; sent < due; sent++) queue.add(next(sent));
            keys.pressNow();
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

        static void print(String what, List<Long> nanos) {
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

    /** Types, and measures from the key until the frame with its letter has been handed over to be drawn. */
    private final class Keys {
        private final List<Long> delays = new ArrayList<>();
        private TextArea area;
        private Keyboard keyboard;
        private long lastKey;
        private long pressed;

        /** JavaFX thread. */
        void begin(Scene scene, TextArea typedInto) {
            area = typedInto;
            keyboard = new Keyboard(typedInto);
            scene.addPostLayoutPulseListener(this::drawn);
        }

        void begin() {
            delays.clear();
        }

        /** Called from the flooding thread all the time; presses a key now and then. */
        void pressNow() {
            long now = System.nanoTime();
            if (now - lastKey < BETWEEN_KEYS_NANOS) return;
            lastKey = now;
            fxThread.later(() -> type(now));
        }

        private void type(long since) {
            if (area.getLength() >= LINE) area.clear();
            keyboard.type("x");
            if (pressed == 0) pressed = since;
        }

        private void drawn() {
            if (pressed == 0) return;
            delays.add(System.nanoTime() - pressed);
            pressed = 0;
        }

        void print() {
            Frames.print("key to glyph", delays);
        }
    }
}
