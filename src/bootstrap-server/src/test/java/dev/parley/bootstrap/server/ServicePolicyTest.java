package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapHandler.Sender;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePolicyTest {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final MemoryPeerStore store = new MemoryPeerStore(new BootstrapConfig(2, 2, 0));
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private BootstrapHandler handler = with(ServicePolicy.OPEN.withLease(LEASE));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoDoesNotRenewIsGoneWithTheNextOperation() {
        join("a");
        join("b");
        pass(LEASE);
        assertThat(list()).contains("\"a\":", "\"b\":");
        refill("b");
        pass(Duration.ofMillis(1));
        assertThat(list()).doesNotContain("\"a\":").contains("\"b\":").contains("\"numpeers\":1");
        join("c");
        assertThat(store.read("lobby").peers()).containsOnlyKeys("b", "c");
    }

    @Test
    void refillOfAListedIdRenewsItsLeaseAndChangesNothingElse() {
        String before = join("a");
        for (int i = 0; i < 10; i++) {
            pass(LEASE.dividedBy(2));
            assertThat(refill("a")).isEqualTo(before);
        }
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void aPlaceWhoseLeaseHasRunOutIsFreeAtOnce() {
        join("a");
        join("b");
        pass(LEASE.plusSeconds(1));
        assertThat(join("c")).contains("\"c\":").contains("\"numpeers\":1");
    }

    @Test
    void withoutLeasesNobodyIsDroppedAndRenewingWritesNothing() {
        handler = with(ServicePolicy.OPEN);
        join("a");
        Room before = store.read("lobby");
        pass(Duration.ofDays(1_000));
        refill("a");
        assertThat(store.read("lobby")).isSameAs(before);
        assertThat(list()).contains("\"a\":");
    }

    @Test
    void whoWasListedBeforeThereWereLeasesIsGivenOneWithTheNextChange() throws StoreException {
        handler = with(ServicePolicy.OPEN);
        join("a");
        store.update("lobby", room -> new Room(room.data(), Map.of()));
        handler = with(ServicePolicy.OPEN.withLease(LEASE));
        pass(LEASE.multipliedBy(2));
        join("b");
        assertThat(list()).contains("\"a\":");
        pass(LEASE.plusSeconds(1));
        assertThat(list()).doesNotContain("\"a\":");
    }

    @Test
    void aLeaseOfLessThanASecondIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServicePolicy.OPEN.withLease(Duration.ofMillis(999)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Bearer s3cret2", "Basic s3cret", "s3cret"})
    void withoutTheTokenEveryOperationIs401AndChangesNothing(String authorization) {
        handler = with(ServicePolicy.OPEN.withToken("s3cret"));
        for (String path : new String[] {"/list", "/join", "/leave", "/refill", "/reset", "/config"}) {
            Response refused = post(path, "a n 127.0.0.1 1 tcp  1", authorization);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.headers()).containsEntry("WWW-Authenticate", "Bearer");
        }
        assertThat(get("/status", authorization).status()).isEqualTo(401);
        assertThat(store.read("lobby").peers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "BEARER  s3cret "})
    void withTheTokenAllIsAsWithoutOne(String authorization) {
        handler = with(ServicePolicy.OPEN.withToken("s3cret"));
        assertThat(post("/join", "a n 127.0.0.1 1 tcp  1", authorization).status())
                .isEqualTo(200);
        assertThat(get("/status", authorization).status()).isEqualTo(200);
    }

    @Test
    void pingHealthAndThePageItselfNeedNoToken() {
        handler = with(ServicePolicy.OPEN.withToken("s3cret"));
        for (String path : new String[] {"/ping", "/healthz", "/", "/status.css", "/status.js"})
            assertThat(get(path, "").status()).as(path).isEqualTo(200);
        assertThat(get("/nothing", "").status()).isEqualTo(404);
    }

    @Test
    void whoAsksTooOftenIs429WhileOthersAndLoopbackAreAnswered() throws Exception {
        handler = with(ServicePolicy.OPEN);
        InetAddress eager = InetAddress.getByName("192.0.2.7");
        for (int i = 0; i < 200; i++) assertThat(ping(eager).status()).isEqualTo(200);
        Response refused = ping(eager);
        for (int i = 0; refused.status() == 200 && i < 100_000; i++) refused = ping(eager);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
        assertThat(ping(InetAddress.getByName("192.0.2.8")).status()).isEqualTo(200);
        for (int i = 0; i < 2_000; i++)
            assertThat(ping(InetAddress.getLoopbackAddress()).status()).isEqualTo(200);
    }

    private BootstrapHandler with(ServicePolicy policy) {
        return new BootstrapHandler(store, policy, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private String join(String id) {
        return post("/join", id + " n 127.0.0.1 1 tcp  1", "").body();
    }

    private String refill(String id) {
        return post("/refill", id + " n 127.0.0.1 1 tcp  1", "").body();
    }

    private String list() {
        return get("/list", "").body();
    }

    private Response ping(InetAddress from) {
        return handler.handle(new Request("GET", "/ping", "", "", new Sender(Optional.of(from), "")));
    }

    private Response get(String path, String authorization) {
        return handler.handle(new Request("GET", path, "", "", new Sender(Optional.empty(), authorization)));
    }

    private Response post(String path, String body, String authorization) {
        return handler.handle(new Request("POST", path, "", body, new Sender(Optional.empty(), authorization)));
    }
}
