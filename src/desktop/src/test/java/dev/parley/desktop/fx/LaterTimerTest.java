package dev.parley.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Subscription;
import dev.parley.desktop.testing.FxTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaterTimerTest extends FxTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration LATER = Duration.ofMillis(50);

    private final LaterTimer timer = new LaterTimer(new FxThread());
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void itRunsOnTheThreadOfTheWindowAndNeverBeforeTheCallerIsDone() {
        onFx(() -> {
            timer.after(SOON, () -> done.add("fx " + Platform.isFxApplicationThread()));
            done.add("caller");
        });
        await().until(() -> done.size() == 2);
        assertThat(done).containsExactly("caller", "fx true");
    }

    @Test
    void whatIsCancelledOnTheThreadOfTheWindowNeverRuns() {
        onFx(() -> {
            Subscription cancelled = timer.after(Duration.ZERO, () -> done.add("cancelled"));
            cancelled.close();
            timer.after(LATER, () -> done.add("kept"));
        });
        await().until(() -> !done.isEmpty());
        assertThat(done).containsExactly("kept");
    }

    @Test
    void afterItIsClosedNothingRuns() {
        timer.after(Duration.ofDays(1), () -> done.add("waiting"));
        timer.close();
        timer.after(Duration.ZERO, () -> done.add("late")).close();
        assertThat(done).isEmpty();
    }
}
