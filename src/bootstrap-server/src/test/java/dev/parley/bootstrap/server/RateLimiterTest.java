package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private long nanos = Long.MAX_VALUE - 5;
    private final RateLimiter limiter = new RateLimiter(new ServicePolicy.Rate(50, 200), () -> nanos);

    @Test
    void aBurstIsAllowedAndThenTheRate() throws UnknownHostException {
        assertThat(allowed("192.0.2.1", 1_000)).isEqualTo(200);
        pass(100);
        assertThat(allowed("192.0.2.1", 1_000)).isEqualTo(5);
        pass(2_000);
        assertThat(allowed("192.0.2.1", 1_000)).isEqualTo(100);
        pass(3_600_000);
        assertThat(allowed("192.0.2.1", 1_000)).isEqualTo(200);
    }

    @Test
    void addressesAreCountedByThemselvesButANetworkOfIpv6IsOne() throws UnknownHostException {
        assertThat(allowed("2001:db8:0:1::1", 150)).isEqualTo(150);
        assertThat(allowed("2001:db8:0:1:ffff::2", 150)).isEqualTo(50);
        assertThat(allowed("2001:db8:0:2::1", 150)).isEqualTo(150);
        assertThat(allowed("192.0.2.1", 150)).isEqualTo(150);
    }

    @Test
    void loopbackIsNotCounted() throws UnknownHostException {
        assertThat(allowed("127.0.0.1", 10_000)).isEqualTo(10_000);
        assertThat(allowed("::1", 10_000)).isEqualTo(10_000);
    }

    @Test
    void aHundredThousandAddressesDoNotMakeItForgetWhoIsEager() throws UnknownHostException {
        assertThat(allowed("192.0.2.1", 1_000)).isEqualTo(200);
        for (int i = 0; i < 100_000; i++) {
            byte[] other = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
            assertThat(limiter.allows(InetAddress.getByAddress(other))).isTrue();
            if (i % 5_000 == 0) assertThat(allowed("192.0.2.1", 1)).isZero();
        }
    }

    private int allowed(String address, int requests) throws UnknownHostException {
        int allowed = 0;
        for (int i = 0; i < requests; i++) if (limiter.allows(InetAddress.getByName(address))) allowed++;
        return allowed;
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
