package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListedAddressesTest {
    private long nanos;
    private final ListedAddresses addresses = new ListedAddresses(() -> nanos);

    @Test
    void aServiceThatListsSomebodyElseEachTimeSendsNobodyToMoreThan64Addresses() throws UnknownHostException {
        assertThat(admitted(0, 10_000)).isEqualTo(64);
        nanos += Duration.ofMinutes(5).toNanos();
        assertThat(admitted(10_000, 20_000)).isZero();
    }

    @Test
    void whoIsNamedAgainIsAlwaysAdmittedAndWhoIsNotMakesRoomAfterTenMinutes() throws UnknownHostException {
        assertThat(admitted(0, 64)).isEqualTo(64);
        for (int i = 0; i < 10; i++) {
            nanos += Duration.ofMinutes(9).toNanos();
            assertThat(admitted(0, 1)).isEqualTo(1);
        }
        assertThat(admitted(100, 200)).isEqualTo(63);
    }

    private int admitted(int from, int to) throws UnknownHostException {
        int admitted = 0;
        for (int i = from; i < to; i++) {
            byte[] bytes = {10, 0, (byte) (i >> 8), (byte) i};
            if (addresses.admits(new InetSocketAddress(InetAddress.getByAddress(bytes), 7800))) admitted++;
        }
        return admitted;
    }
}
