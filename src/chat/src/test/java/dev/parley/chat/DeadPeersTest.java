package dev.parley.chat;

import static dev.parley.chat.ListedPeers.entry;
import static dev.parley.chat.ListedPeers.unusedPort;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.Peer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadPeersTest {
    private long now;
    private final DeadPeers deadPeers = new DeadPeers(() -> now);
    private ServerSocket listener;
    private Peer silent;
    private Peer refusing;

    @BeforeEach
    void open() throws IOException {
        listener = ListedPeers.silent(0);
        silent = entry("silent", listener.getLocalPort());
        refusing = entry("refusing", unusedPort());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void whoRefusesTwiceASecondApartIsDead() {
        assertThat(deadPeers.among(List.of(refusing))).isEmpty();
        pass(999);
        assertThat(deadPeers.among(List.of(refusing))).isEmpty();
        pass(1);
        assertThat(deadPeers.among(List.of(refusing))).containsExactly(refusing);
    }

    @Test
    void whoSaysNothingForTwoSecondsIsDead() {
        assertThat(deadPeers.among(List.of(silent))).isEmpty();
        pass(1_999);
        assertThat(deadPeers.among(List.of(silent))).isEmpty();
        pass(1);
        assertThat(deadPeers.among(List.of(silent))).containsExactly(silent);
    }

    @Test
    void whomDiscoveryHasAskedHasBeenSilentSinceThen() {
        deadPeers.asked(List.of(silent.socketAddress()), now);
        pass(2_000);
        assertThat(deadPeers.among(List.of(silent))).containsExactly(silent);
    }

    @Test
    void nobodyIsTakenOffWhileAnotherIsInDoubt() {
        deadPeers.asked(List.of(silent.socketAddress()), now);
        pass(2_000);
        assertThat(deadPeers.among(List.of(silent, refusing))).isEmpty();
        pass(1_000);
        assertThat(deadPeers.among(List.of(silent, refusing))).containsExactly(silent, refusing);
    }

    @Test
    void whoIsNowThisAndNowThatIsNotWaitedForForever() throws IOException {
        Peer fickle = entry("fickle", silent.port());
        List<Peer> both = List.of(refusing, fickle);
        deadPeers.among(both);
        pass(1_500);
        listener.close();
        assertThat(deadPeers.among(both)).isEmpty();
        listener = ListedPeers.silent(fickle.port());
        pass(1_500);
        assertThat(deadPeers.among(both)).containsExactly(refusing);
    }

    @Test
    void whoIsNoLongerAloneBeginsAnew() {
        deadPeers.among(List.of(refusing));
        deadPeers.forget();
        pass(1_000);
        assertThat(deadPeers.among(List.of(refusing))).isEmpty();
    }
}
