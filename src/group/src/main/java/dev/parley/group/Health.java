package dev.parley.group;

import java.util.List;

/**
 * How well a member's communication goes.
 *
 * @param score 0 or more, the sum of its parts, lower is better: 0 on a good day, above 5 somebody notices, above 20 it hurts
 * @param parts what it is made of, also those that cost nothing
 */
public record Health(double score, List<Part> parts) {
    public Health {
        parts = List.copyOf(parts);
    }

    /**
     * One thing that goes well or not.
     *
     * @param value what was measured
     * @param unit of the value
     * @param points what it adds to the score
     * @param meaning what a high value says
     */
    public record Part(String name, double value, String unit, double points, String meaning) {}

    static Health of(List<Part> parts) {
        return new Health(parts.stream().mapToDouble(Part::points).sum(), parts);
    }
}
