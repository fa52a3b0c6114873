package dev.parley.bootstrap.server;

import java.time.Duration;
import java.util.Optional;

/**
 * Whom a service answers, and for how long it lists them.
 *
 * @param token what every operation but ping must bring; empty: nothing
 * @param lease how long an entry lasts unless it is renewed; empty: until it is removed
 * @param rate how often an address that is not this machine's may ask
 */
public record ServicePolicy(Optional<String> token, Optional<Duration> lease, Rate rate) {
    /** Answers everybody and lists them until they are removed, at the rate of the wire contract. */
    public static final ServicePolicy OPEN =
            new ServicePolicy(Optional.empty(), Optional.empty(), Rate.OF_THE_CONTRACT);

    /**
     * Checks the lease.
     *
     * @throws IllegalArgumentException if it is shorter than a second
     */
    public ServicePolicy {
        if (lease.isPresent() && lease.get().compareTo(Duration.ofSeconds(1)) < 0)
            throw new IllegalArgumentException("a lease lasts a second at least, not " + lease.get());
    }

    /**
     * Requests of one address.
     *
     * @param perSecond in the long run
     * @param burst at once, after a pause
     */
    public record Rate(int perSecond, int burst) {
        public static final Rate OF_THE_CONTRACT = new Rate(50, 200);
    }

    /** The same for those only who bring this token. */
    public ServicePolicy withToken(String bearer) {
        return new ServicePolicy(Optional.of(bearer), lease, rate);
    }

    /** The same with entries that last so long. */
    public ServicePolicy withLease(Duration time) {
        return new ServicePolicy(token, Optional.of(time), rate);
    }

    /** The same at another rate. */
    public ServicePolicy withRate(Rate other) {
        return new ServicePolicy(token, lease, other);
    }
}
