package dev.parley.bootstrap.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts what each address asks, as a bucket that holds a burst and fills at the rate. An IPv6 network of 64 bits counts as one
 * address, since one machine has all of its addresses; loopback is not counted. Any thread.
 */
final class RateLimiter {
    /** Whoever asks from more addresses than these makes the service forget the one that has been silent the longest. */
    private static final int MAX_ADDRESSES = 10_000;

    private static final int NETWORK_BYTES = 8;
    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ServicePolicy.Rate rate;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    RateLimiter(ServicePolicy.Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    private static final class Bucket {
        private double tokens;
        private long filled;
    }

    /** Whether this address may ask now; counts the request if so. */
    boolean allows(InetAddress address) {
        return address.isLoopbackAddress() || take(key(address));
    }

    private synchronized boolean take(String key) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.get(key);
        if (bucket == null) bucket = add(key, now);
        double gained = (now - bucket.filled) / NANOS_A_SECOND * rate.perSecond();
        bucket.tokens = Math.min(rate.burst(), bucket.tokens + gained);
        bucket.filled = now;
        if (bucket.tokens < 1) return false;
        bucket.tokens--;
        return true;
    }

    private Bucket add(String key, long now) {
        Bucket bucket = new Bucket();
        bucket.tokens = rate.burst();
        bucket.filled = now;
        buckets.put(key, bucket);
        if (buckets.size() > MAX_ADDRESSES)
            buckets.remove(buckets.keySet().iterator().next());
        return bucket;
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        int significant = address instanceof Inet6Address ? NETWORK_BYTES : bytes.length;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, significant));
    }
}
