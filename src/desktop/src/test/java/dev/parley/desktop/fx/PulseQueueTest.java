package dev.parley.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.desktop.testing.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class PulseQueueTest extends FxTest {
    private final FxThread fxThread = new FxThread();
    private final List<List<Integer>> batches = new ArrayList<>();
    private final PulseQueue<Integer> queue = new PulseQueue<>(fxThread, batch -> {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        batches.add(batch);
    });

    @Test
    void whatComesWhileTheWindowIsBusyArrivesInOneBatchInOrder() {
        CountDownLatch busy = new CountDownLatch(1);
        fxThread.later(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        IntStream.range(0, 10_000).forEach(queue::add);
        busy.countDown();
        await().until(() -> fromFx(() -> !batches.isEmpty()));
        assertThat(batches).containsExactly(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void whatComesLaterArrivesToo() {
        queue.add(1);
        await().until(() -> fromFx(() -> batches.size() == 1));
        queue.add(2);
        await().until(() -> fromFx(() -> batches.size() == 2));
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }
}
