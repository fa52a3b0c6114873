package dev.parley.bootstrap;

/**
 * How many peers a room's list holds.
 *
 * @param maxPeers no peer joins a list of that size
 * @param minRefillCandidates how many members should offer themselves when a place is free; the service only keeps the number
 * @param numPeers how many are listed
 */
public record BootstrapConfig(int maxPeers, int minRefillCandidates, int numPeers) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public BootstrapConfig {
        if (maxPeers < 0 || minRefillCandidates < 0 || numPeers < 0)
            throw new IllegalArgumentException("a number of the configuration is negative: maxpeers " + maxPeers
                    + ", minrefillcandidates " + minRefillCandidates + ", numpeers " + numPeers);
    }

    /** What an untouched room of a development service has, by the wire contract. */
    public static BootstrapConfig development() {
        return new BootstrapConfig(2, 2, 0);
    }

    /** What an untouched room of a production service has, by the wire contract. */
    public static BootstrapConfig production() {
        return new BootstrapConfig(3, 10, 0);
    }

    BootstrapConfig withNumPeers(int number) {
        return number == numPeers ? this : new BootstrapConfig(maxPeers, minRefillCandidates, number);
    }
}
