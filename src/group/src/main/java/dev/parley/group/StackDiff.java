package dev.parley.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In what two stack files differ, as they are written. Stateless. */
public final class StackDiff {
    private static final String PACKAGE = "org.jgroups.protocols.";

    private StackDiff() {}

    /**
     * One difference. A protocol that only one stack has, or that stands at another place, is one without an attribute.
     *
     * @param protocol as the files write it
     * @param attribute empty for the protocol itself
     * @param left what the left file says; empty if nothing
     */
    public record Difference(String protocol, String attribute, Optional<String> left, Optional<String> right) {}

    /** In the order of the protocols from the transport upwards; the right one's own protocols last. */
    public static List<Difference> between(StackFile left, StackFile right) {
        Map<String, Map<String, String>> lefts = protocols(left);
        Map<String, Map<String, String>> rights = protocols(right);
        List<Difference> differences = new ArrayList<>();
        List<String> shared = new ArrayList<>(lefts.keySet());
        shared.retainAll(rights.keySet());
        lefts.forEach((protocol, attributes) -> {
            if (rights.containsKey(protocol)) addAttributes(protocol, attributes, rights.get(protocol), differences);
            else differences.add(new Difference(protocol, "", Optional.of("there"), Optional.empty()));
        });
        for (String protocol : rights.keySet())
            if (!lefts.containsKey(protocol))
                differences.add(new Difference(protocol, "", Optional.empty(), Optional.of("there")));
        addMoved(shared, rights.keySet(), differences);
        return differences;
    }

    private static Map<String, Map<String, String>> protocols(StackFile stack) {
        Map<String, Map<String, String>> protocols = new LinkedHashMap<>();
        for (StackFile.Protocol protocol : stack.protocols()) {
            String name = protocol.name();
            protocols.put(name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name, protocol.attributes());
        }
        return protocols;
    }

    private static void addAttributes(
            String protocol, Map<String, String> left, Map<String, String> right, List<Difference> differences) {
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            Optional<String> one = Optional.ofNullable(left.get(name));
            Optional<String> other = Optional.ofNullable(right.get(name));
            if (!one.equals(other)) differences.add(new Difference(protocol, name, one, other));
        }
    }

    /** What stands in another order than on the left, once each. */
    private static void addMoved(List<String> shared, Set<String> right, List<Difference> differences) {
        List<String> there = new ArrayList<>(right);
        there.retainAll(shared);
        for (String protocol : shared) {
            String below = beneath(shared, protocol);
            String belowThere = beneath(there, protocol);
            if (!below.equals(belowThere))
                differences.add(new Difference(
                        protocol, "", Optional.of("above " + below), Optional.of("above " + belowThere)));
        }
    }

    private static String beneath(List<String> protocols, String protocol) {
        int index = protocols.indexOf(protocol);
        return index == 0 ? "nothing" : protocols.get(index - 1);
    }
}
