package dev.parley.group;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One protocol of the stack.
 *
 * @param configured the attributes that the stack file sets, as written there and in its order
 * @param counters its main counters, by attribute name; empty while not connected
 */
public record ProtocolReport(String name, Map<String, String> configured, Map<String, String> counters) {
    public ProtocolReport {
        configured = Collections.unmodifiableMap(new LinkedHashMap<>(configured));
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }
}
