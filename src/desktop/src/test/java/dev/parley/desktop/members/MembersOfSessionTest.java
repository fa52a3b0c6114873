package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.PeerName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.testing.ManualLater;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersOfSessionTest extends FxTest {
    private final ManualLater later = new ManualLater(Instant.parse("2026-11-22T10:04:00Z"));
    private final MembersModel model = new MembersModel(later, later);
    private final MemberText text = new MemberText(ZoneOffset.UTC);
    private ConsoleHouse house;
    private Session ann;
    private Session bob;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new ConsoleHouse(folder);
        ann = house.peer("ann").session();
        bob = house.peer("bob").session();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> shown() {
        return fromFx(() ->
                model.rows().stream().map(row -> text.spoken(row.content())).toList());
    }

    @Test
    void realMembersComeAreMeasuredAndLeave() throws Exception {
        PulseQueue<SessionEvent> events =
                new PulseQueue<>(new FxThread(), batch -> batch.forEach(event -> event.deliverTo(model)));
        PulseQueue<RoundTrip> measurements = new PulseQueue<>(new FxThread(), model::measured);
        ann.listen(new Forwarding(events));
        try (RoundTrips roundTrips = new RoundTrips(ann.chat()::members, ann.chat()::ping, measurements)) {
            roundTrips.start(Duration.ofMillis(20));
            ann.join(Optional.empty());
            await().until(() -> shown().size() == 1);
            assertThat(shown().get(0)).startsWith("ann, you, coordinator, 127.0.0.1:");

            bob.join(Optional.empty());
            await().untilAsserted(() -> assertThat(shown())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("bob, 127.0.0.1:")
                    .contains("seconds"));

            bob.rename(new PeerName("robert"));
            await().untilAsserted(() ->
                    assertThat(shown()).hasSize(2).last().asString().startsWith("robert, 127.0.0.1:"));
            ann.rename(new PeerName("anna"));
            await().untilAsserted(() ->
                    assertThat(shown()).hasSize(2).first().asString().startsWith("anna, you, coordinator"));
            bob.rename(new PeerName("bob"));

            bob.leave();
            await().untilAsserted(() -> assertThat(shown()).hasSize(2).last().isEqualTo("bob, left 10:04"));

            bob.join(Optional.empty());
            await().untilAsserted(() ->
                    assertThat(shown()).hasSize(2).last().asString().startsWith("bob, 127.0.0.1:"));
        }
    }

    /** Hands all events over to the JavaFX thread. */
    private record Forwarding(PulseQueue<SessionEvent> events) implements SessionListener {
        @Override
        public void stateChanged(SessionEvent.StateChanged event) {
            events.add(event);
        }

        @Override
        public void viewShown(SessionEvent.ViewShown event) {
            events.add(event);
        }

        @Override
        public void rosterChanged(SessionEvent.RosterChanged event) {
            events.add(event);
        }

        @Override
        public void messagesAdded(SessionEvent.MessagesAdded event) {
            events.add(event);
        }

        @Override
        public void noticeGiven(SessionEvent.NoticeGiven event) {
            events.add(event);
        }

        @Override
        public void eventNoted(SessionEvent.EventNoted event) {
            events.add(event);
        }
    }
}
