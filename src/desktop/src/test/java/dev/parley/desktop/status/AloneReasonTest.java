package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.Peer;
import dev.parley.chat.JoinReport;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AloneReasonTest {
    private static final Optional<URI> SERVICE = Optional.of(URI.create("http://localhost:8080"));

    private static Peer peer(String name, int port) {
        return new Peer("id-" + name, name, "127.0.0.1", port, "tcp", "0", 1);
    }

    private static Optional<JoinReport> tried(List<String> members, int... ports) {
        return Optional.of(new JoinReport(
                Arrays.stream(ports)
                        .mapToObj(port -> peer("", port).socketAddress())
                        .toList(),
                List.of(),
                members));
    }

    private static String text(Optional<String> trouble, List<Peer> others, Optional<JoinReport> lastJoin) {
        return new AloneReason(SERVICE, trouble, others, lastJoin).text();
    }

    @Test
    void aServiceThatListsNobodyElseIsNamed() {
        assertThat(text(Optional.empty(), List.of(), Optional.empty()))
                .isEqualTo("The service at http://localhost:8080 lists nobody else.");
    }

    @Test
    void whoIsListedAndNotHereDidNotAnswer() {
        assertThat(text(Optional.empty(), List.of(peer("bob", 7801)), Optional.empty()))
                .isEqualTo("bob 127.0.0.1:7801 did not answer.");
        assertThat(text(Optional.empty(), List.of(peer("bob", 7801), peer("carol", 7802)), Optional.empty()))
                .isEqualTo("bob 127.0.0.1:7801 and carol 127.0.0.1:7802 did not answer.");
    }

    @Test
    void ofManyOnlySomeAreNamed() {
        List<Peer> many = List.of(peer("b", 1), peer("c", 2), peer("d", 3), peer("e", 4), peer("f", 5));
        assertThat(text(Optional.empty(), many, Optional.empty()))
                .isEqualTo("b 127.0.0.1:1, c 127.0.0.1:2, d 127.0.0.1:3 and 2 more did not answer.");
    }

    @Test
    void whatWasTriedInAJoinThatFoundNobodyCountsOnce() {
        assertThat(text(Optional.empty(), List.of(peer("bob", 7801)), tried(List.of("ann"), 7801, 7802)))
                .isEqualTo("bob 127.0.0.1:7801 and 127.0.0.1:7802 did not answer.");
    }

    @Test
    void whoWasThereAndHasLeftIsNotBlamed() {
        assertThat(text(Optional.empty(), List.of(), tried(List.of("ann", "bob"), 7801)))
                .isEqualTo("The service at http://localhost:8080 lists nobody else.");
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidFirst() {
        Optional<String> trouble = Optional.of("http://localhost:8080 cannot be reached.");
        assertThat(text(trouble, List.of(), Optional.empty())).isEqualTo("http://localhost:8080 cannot be reached.");
        assertThat(text(trouble, List.of(peer("bob", 7801)), Optional.empty()))
                .isEqualTo("http://localhost:8080 cannot be reached. bob 127.0.0.1:7801 did not answer.");
    }

    @Test
    void withoutAServiceThatIsSaid() {
        assertThat(new AloneReason(Optional.empty(), Optional.empty(), List.of(), Optional.empty()).text())
                .isEqualTo("No bootstrap service is known that could list others.");
    }
}
