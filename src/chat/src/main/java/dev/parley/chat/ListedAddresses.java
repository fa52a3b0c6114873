package dev.parley.chat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Bounds to how many addresses a bootstrap service can send a peer: {@value #MOST} in any ten minutes, whatever it lists and however
 * often it lists something else. Any thread.
 */
final class ListedAddresses {
    static final int MOST = 64;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Logger LOG = LogManager.getLogger();

    private final LongSupplier nanoTime;
    private final Map<InetSocketAddress, Long> named = new LinkedHashMap<>();
    private boolean refused;

    ListedAddresses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether to contact an address that the service has named just now. */
    synchronized boolean admits(InetSocketAddress address) {
        long now = nanoTime.getAsLong();
        named.values().removeIf(time -> now - time > REMEMBERED.toNanos());
        if (named.containsKey(address) || named.size() < MOST) {
            named.put(address, now);
            return true;
        }
        if (!refused)
            LOG.warn("The bootstrap service has named more than {} addresses in ten minutes; others are ignored", MOST);
        refused = true;
        return false;
    }
}
