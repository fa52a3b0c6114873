package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.SessionState;
import dev.parley.desktop.testing.ManualLater;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusModelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualLater later = new ManualLater(Instant.EPOCH);
    private final StatusModel model = new StatusModel(later);

    @Test
    void itFollowsTheSession() {
        model.stateChanged(Events.state(SessionState.JOINED, "kitchen"));
        assertThat(model.stateProperty().get()).isEqualTo(SessionState.JOINED);
        assertThat(model.roomProperty().get()).isEqualTo("kitchen");
        assertThat(model.addressProperty().get()).contains(Events.ADDRESS);
        model.stateChanged(Events.state(SessionState.LEFT));
        assertThat(model.addressProperty().get()).isEmpty();
    }

    @Test
    void messagesAreCountedByTheSecondInAndOut() {
        model.messagesAdded(Events.messages(30, false));
        model.messagesAdded(Events.messages(8, false));
        model.messagesAdded(Events.messages(12, true));
        assertThat(model.inPerSecondProperty().get()).isZero();
        later.pass(SECOND);
        assertThat(model.inPerSecondProperty().get()).isEqualTo(38);
        assertThat(model.outPerSecondProperty().get()).isEqualTo(12);
    }

    @Test
    void afterASecondOfSilenceTheFiguresAreZeroAndNothingTicks() {
        model.messagesAdded(Events.messages(3, false));
        later.pass(SECOND);
        assertThat(model.inPerSecondProperty().get()).isEqualTo(3);
        later.pass(SECOND);
        assertThat(model.inPerSecondProperty().get()).isZero();
        assertThat(later.waiting()).isZero();

        model.messagesAdded(Events.messages(2, true));
        later.pass(SECOND);
        assertThat(model.outPerSecondProperty().get()).isEqualTo(2);
    }

    @Test
    void aServiceIsWrittenShort() {
        assertThat(text("http://localhost:8080")).isEqualTo("localhost:8080");
        assertThat(text("https://meet.example/parley")).isEqualTo("meet.example");
        assertThat(StatusFacts.NONE.serviceText()).isEqualTo("no service");
    }

    private static String text(String url) {
        return new StatusFacts("tcp.xml", Optional.of(URI.create(url))).serviceText();
    }
}
