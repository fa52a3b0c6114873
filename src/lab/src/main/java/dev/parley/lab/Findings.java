package dev.parley.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts all findings and keeps the first of each kind. Confined to one thread. */
final class Findings {
    /** Of one kind; a peer that lost everything need not say so for each message. */
    static final int KEPT = 20;

    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);
    private final List<Finding> kept = new ArrayList<>();

    /** @param sentence made only if it is kept */
    void add(Finding.Kind kind, String peer, Object message, Supplier<String> sentence) {
        if (counts.merge(kind, 1, Integer::sum) <= KEPT)
            kept.add(new Finding(kind, peer, message.toString(), sentence.get()));
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    Map<Finding.Kind, Integer> counts() {
        return Map.copyOf(counts);
    }
}
