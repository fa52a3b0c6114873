package dev.parley.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jgroups.JChannel;
import org.jgroups.jmx.ResourceDMBean;
import org.jgroups.stack.Protocol;

/** Describes a running stack for people to look at. Stateless. */
final class Reports {
    /** The attributes that tell how a stack is doing; a protocol shows those that it has. */
    private static final Set<String> COUNTERS = Set.of(
            "num_msgs_sent",
            "num_msgs_received",
            "num_bytes_sent",
            "num_bytes_received",
            "num_drops_on_full_queue",
            "open_connections",
            "num_xmits",
            "num_unacked_messages",
            "xmit_reqs_sent",
            "xmit_reqs_received",
            "xmit_table_missing_messages",
            "number_of_blockings",
            "average_time_blocked",
            "num_suspect_events",
            "num_merge_events",
            "num_views",
            "num_discovery_requests",
            "number_of_sent_fragments",
            "number_of_received_fragments");

    private Reports() {}

    static List<ProtocolReport> of(StackFile stack, JChannel channel, boolean running) {
        List<Protocol> protocols = StackShape.protocols(channel.getProtocolStack());
        List<ProtocolReport> reports = new ArrayList<>();
        for (int i = 0; i < protocols.size(); i++) {
            StackFile.Protocol written = stack.protocols().get(i);
            Map<String, String> counters = running ? counters(protocols.get(i)) : Map.of();
            reports.add(new ProtocolReport(written.name(), written.attributes(), counters));
        }
        Collections.reverse(reports);
        return reports;
    }

    private static Map<String, String> counters(Protocol protocol) {
        ResourceDMBean attributes = new ResourceDMBean(protocol);
        Map<String, String> counters = new TreeMap<>();
        attributes.forAllAttributes((name, entry) -> {
            String counter = name.substring(name.lastIndexOf('.') + 1);
            if (COUNTERS.contains(counter)) counters.put(counter, String.valueOf(attributes.getAttribute(name)));
        });
        return counters;
    }
}
