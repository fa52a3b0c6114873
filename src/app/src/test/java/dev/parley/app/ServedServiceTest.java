package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapSettings;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServedServiceTest {
    private static final Optional<InetAddress> LOOPBACK = Optional.of(InetAddress.getLoopbackAddress());

    @Test
    void theServiceAnswersWhereItsInvitationSays() throws Exception {
        try (ServedService service =
                        ServedService.start(new ServeAddress(LOOPBACK, 0), Optional.empty(), Optional.empty());
                BootstrapClient client =
                        new BootstrapClient(BootstrapSettings.of(service.url().toString()))) {
            assertThat(client.ping()).isTrue();
            assertThat(service.url().getPort()).isPositive();
            assertThat(service.invitations()).containsExactly("Others join with: parley --bootstrap " + service.url());
        }
    }

    @Test
    void anAddressChosenForThePeerIsTheOneThatOthersAreTold() throws Exception {
        try (ServedService service = ServedService.start(new ServeAddress(LOOPBACK, 0), LOOPBACK, Optional.empty())) {
            assertThat(service.url().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void whoDoesNotBringTheTokenIsRefused() throws Exception {
        try (ServedService service =
                        ServedService.start(new ServeAddress(LOOPBACK, 0), LOOPBACK, Optional.of("t0ken"));
                BootstrapClient stranger =
                        new BootstrapClient(BootstrapSettings.of(service.url().toString()));
                BootstrapClient friend = new BootstrapClient(
                        BootstrapSettings.of(service.url().toString()).withToken("t0ken"))) {
            assertThatThrownBy(() -> stranger.list("lobby")).hasMessageContaining("401");
            assertThat(friend.list("lobby").peers()).isEmpty();
            assertThat(service.invitations()).allMatch(text -> text.contains("--token-file"));
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServedService first =
                ServedService.start(new ServeAddress(LOOPBACK, 0), Optional.empty(), Optional.empty())) {
            int taken = first.url().getPort();

            assertThatThrownBy(() ->
                            ServedService.start(new ServeAddress(LOOPBACK, taken), Optional.empty(), Optional.empty()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(String.valueOf(taken))
                    .satisfies(error ->
                            assertThat(((LaunchException) error).status()).isEqualTo(ExitStatus.FAILED));
        }
    }
}
