package dev.parley.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgroups.JChannel;
import org.jgroups.jmx.ResourceDMBean;
import org.jgroups.stack.Protocol;

/** Reads from a stack, whatever its protocols are, what tells of its health. One thread at a time. */
final class Vitals {
    static final String ASKED_AGAIN = "xmit_reqs_sent";
    static final String SENT_AGAIN = "num_xmits";
    static final String DROPPED = "num_drops_on_full_queue";
    static final String MISSING = "xmit_table_missing_messages";
    static final String UNACKNOWLEDGED = "num_unacked_messages";
    static final String SUSPICIONS = "num_suspect_events";
    static final String MERGES = "num_merge_events";
    static final String BLOCKINGS = "number_of_blockings";

    private static final Set<String> READ =
            Set.of(ASKED_AGAIN, SENT_AGAIN, DROPPED, BLOCKINGS, MISSING, UNACKNOWLEDGED, SUSPICIONS, MERGES);

    private final JChannel channel;
    private final IdentityHashMap<Protocol, List<Source>> sources = new IdentityHashMap<>();

    Vitals(JChannel channel) {
        this.channel = channel;
    }

    private record Source(String name, ResourceDMBean bean, String attribute) {
        double read() {
            return bean.getAttribute(attribute) instanceof Number number ? number.doubleValue() : 0;
        }
    }

    /** The sums over all protocols; what no protocol has is missing. */
    Map<String, Double> read() {
        List<Protocol> protocols = channel.getProtocolStack().getProtocols();
        sources.keySet().retainAll(protocols);
        Map<String, Double> sums = new HashMap<>();
        for (Protocol protocol : protocols)
            for (Source source : sources.computeIfAbsent(protocol, Vitals::sourcesOf))
                sums.merge(source.name(), source.read(), Double::sum);
        return sums;
    }

    private static List<Source> sourcesOf(Protocol protocol) {
        ResourceDMBean bean = new ResourceDMBean(protocol);
        List<Source> found = new ArrayList<>();
        bean.forAllAttributes((attribute, entry) -> {
            String name = attribute.substring(attribute.lastIndexOf('.') + 1);
            if (READ.contains(name)) found.add(new Source(name, bean, attribute));
        });
        return found;
    }
}
