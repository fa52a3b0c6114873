package dev.parley.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a {@link DeliveryCheck} found.
 *
 * @param findings the first of each kind, see {@code found} for how many there are
 * @param found how often each kind was found, without those never found
 */
public record DeliveryReport(List<Finding> findings, Map<Finding.Kind, Integer> found, Counts counts) {
    public DeliveryReport {
        findings = List.copyOf(findings);
        found = Map.copyOf(found);
    }

    /**
     * What the check was made of: a check of nothing proves nothing.
     *
     * @param peers those heard of
     * @param survivors those whose final log was compared
     * @param runs processes
     * @param deaths processes that ended without leaving
     * @param accepted how often somebody was told that a text is said
     * @param messages different ones, direct ones not counted
     * @param printed how often one of them was printed
     * @param late how often it was printed as late
     * @param direct direct messages printed
     */
    public record Counts(
            int peers,
            int survivors,
            int runs,
            int deaths,
            int views,
            long accepted,
            long messages,
            long printed,
            long late,
            long direct) {
        @Override
        public String toString() {
            return ("%d peers (%d survive) in %d runs (%d died), %d views; %d texts accepted, %d messages, printed %d times, %d"
                            + " of these late; %d direct")
                    .formatted(peers, survivors, runs, deaths, views, accepted, messages, printed, late, direct);
        }
    }

    /** Whether every promise was kept. */
    public boolean passed() {
        return found.isEmpty();
    }

    /** The counts, then a line for each finding kept. */
    @Override
    public String toString() {
        if (passed()) return "Nothing lost, doubled or shuffled: " + counts;
        String lines = findings.stream().map(Finding::toString).collect(Collectors.joining("\n  ", "\n  ", ""));
        return "Promises broken " + found + ": " + counts + lines;
    }
}
