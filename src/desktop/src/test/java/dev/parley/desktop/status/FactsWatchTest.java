package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.testing.FxTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class FactsWatchTest extends FxTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Set<Boolean> onFxThread = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    private FactsWatch watch(java.util.function.Supplier<StatusFacts> source) {
        return new FactsWatch(source, new FxThread(), facts -> {
            onFxThread.add(Platform.isFxApplicationThread());
            received.add(facts.stack());
        });
    }

    @Test
    void whatChangesReachesTheWindowOnItsThread() {
        Set<Boolean> askedOnFxThread = ConcurrentHashMap.newKeySet();
        try (FactsWatch watch = watch(() -> {
            askedOnFxThread.add(Platform.isFxApplicationThread());
            return new StatusFacts("stack" + asked.incrementAndGet(), Optional.empty());
        })) {
            watch.start(AT_ONCE);
            await().until(() -> received.size() >= 3);
        }
        assertThat(received).startsWith("stack1", "stack2", "stack3");
        assertThat(askedOnFxThread).containsExactly(false);
        assertThat(onFxThread).containsExactly(true);
    }

    @Test
    void aFailureIsNotTheEnd() {
        try (FactsWatch watch = watch(() -> {
            if (asked.incrementAndGet() == 1) throw new IllegalStateException("broken on purpose");
            return StatusFacts.NONE;
        })) {
            watch.start(AT_ONCE);
            await().until(() -> !received.isEmpty());
        }
    }

    @Test
    void closingEndsItEvenWhileItAsks() {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        FactsWatch watch = watch(() -> {
            asking.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
            return StatusFacts.NONE;
        });
        watch.start(AT_ONCE);
        await().until(() -> asking.getCount() == 0);
        watch.close();
        await().until(() -> interrupted.getCount() == 0);
    }
}
