package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.testing.ManualLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AloneWatchTest extends FxTest {
    private static final Duration ALMOST = AloneWatch.PATIENCE.minusMillis(1);
    private static final Duration A_BIT = Duration.ofMillis(1);

    private final ManualLater later = new ManualLater(Instant.EPOCH);
    private final NoticeModel notices = new NoticeModel();
    private final Help help = new Help();
    private final AtomicInteger doctor = new AtomicInteger();
    private final AloneWatch watch = new AloneWatch(notices, help, new FxThread(), later, doctor::incrementAndGet);

    /** Answers when and what a test says. */
    private static final class Help implements AloneHelp {
        private CompletableFuture<String> why = new CompletableFuture<>();
        private CompletableFuture<Optional<String>> retry = new CompletableFuture<>();
        private int asked;
        private int retried;

        @Override
        public CompletionStage<String> why() {
            asked++;
            return why;
        }

        @Override
        public CompletionStage<Optional<String>> retry() {
            retried++;
            return retry;
        }
    }

    private void becomes(SessionState state) {
        onFx(() -> watch.stateChanged(Events.state(state)));
    }

    private void passes(Duration time) {
        onFx(() -> later.pass(time));
    }

    private Notice notice() {
        return fromFx(() -> notices.currentProperty().get()).orElseThrow();
    }

    private boolean silent() {
        return fromFx(() -> notices.currentProperty().get()).isEmpty();
    }

    private void aloneAndTold() {
        help.why.complete("The service at http://localhost:8080 lists nobody else.");
        becomes(SessionState.ALONE);
        passes(AloneWatch.PATIENCE);
    }

    private void pressRetry() {
        Notice shown = notice();
        onFx(() -> shown.actions().get(0).run().run());
    }

    @Test
    void whoIsAloneLearnsWhyAfterAWhile() {
        help.why.complete("The service at http://localhost:8080 lists nobody else.");
        becomes(SessionState.ALONE);
        passes(ALMOST);
        assertThat(silent()).isTrue();
        passes(A_BIT);
        assertThat(notice().cause()).isEqualTo("You are alone in lobby");
        assertThat(notice().detail()).isEqualTo("The service at http://localhost:8080 lists nobody else.");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Retry now", "Doctor");
    }

    @Test
    void theDoctorIsAPressAway() {
        aloneAndTold();
        onFx(() -> notice().actions().get(1).run().run());
        assertThat(doctor).hasValue(1);
    }

    @Test
    void aJoinThatFindsOthersSaysNothingAndAsksNobody() {
        becomes(SessionState.JOINING);
        becomes(SessionState.ALONE);
        passes(ALMOST);
        becomes(SessionState.JOINED);
        passes(Duration.ofMinutes(1));
        assertThat(silent()).isTrue();
        assertThat(help.asked).isZero();
        assertThat(later.waiting()).isZero();
    }

    @Test
    void itVanishesByItselfWhenSomebodyComes() {
        aloneAndTold();
        becomes(SessionState.JOINED);
        assertThat(silent()).isTrue();
    }

    @Test
    void anAnswerThatComesTooLateIsNotShown() {
        becomes(SessionState.ALONE);
        passes(AloneWatch.PATIENCE);
        becomes(SessionState.JOINED);
        onFx(() -> help.why.complete("late"));
        assertThat(silent()).isTrue();
    }

    @Test
    void whoHasClosedItIsNotToldAgainUntilTheNextTimeAlone() {
        aloneAndTold();
        onFx(notices::close);
        becomes(SessionState.ALONE);
        passes(Duration.ofMinutes(1));
        assertThat(silent()).isTrue();

        becomes(SessionState.JOINED);
        becomes(SessionState.ALONE);
        passes(AloneWatch.PATIENCE);
        assertThat(silent()).isFalse();
    }

    @Test
    void aRetryIsUnderWayOnceAndThenSaysWhatItFound() {
        aloneAndTold();
        pressRetry();
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Trying…", "Doctor");
        assertThat(notice().actions()).extracting(Notice.Action::enabled).containsExactly(false, true);

        help.why = CompletableFuture.completedFuture("bob 127.0.0.1:7801 did not answer.");
        onFx(() -> help.retry.complete(Optional.empty()));
        assertThat(help.retried).isEqualTo(1);
        assertThat(notice().detail()).isEqualTo("bob 127.0.0.1:7801 did not answer.");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Retry now", "Doctor");
    }

    @Test
    void aRetryThatFailsSaysWhy() {
        aloneAndTold();
        pressRetry();
        onFx(() -> help.retry.complete(Optional.of("No bootstrap service answers.")));
        assertThat(notice().detail()).isEqualTo("No bootstrap service answers.");
    }

    @Test
    void aRetryThatBreaksCanBeTriedAgain() {
        aloneAndTold();
        pressRetry();
        onFx(() -> help.retry.completeExceptionally(new IllegalStateException("broken on purpose")));
        assertThat(notice().detail()).contains("went wrong");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Retry now", "Doctor");
    }

    @Test
    void aRetryThatBringsSomebodyEndsTheNotice() {
        aloneAndTold();
        pressRetry();
        becomes(SessionState.JOINED);
        onFx(() -> help.retry.complete(Optional.empty()));
        assertThat(silent()).isTrue();
    }

    @Test
    void aRetryDoesNotBringBackANoticeThatWasClosedMeanwhile() {
        aloneAndTold();
        pressRetry();
        onFx(notices::close);
        onFx(() -> help.retry.complete(Optional.of("failed")));
        assertThat(silent()).isTrue();
    }

    @Test
    void aloneInAnotherRoomIsAnotherMatter() {
        aloneAndTold();
        onFx(() -> watch.stateChanged(Events.state(SessionState.ALONE, "kitchen")));
        assertThat(silent()).isTrue();
        passes(AloneWatch.PATIENCE);
        assertThat(notice().cause()).isEqualTo("You are alone in kitchen");
    }
}
