package dev.parley.chat;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * How a join went.
 *
 * @param tried the addresses given to discovery
 * @param contacted those of them that are members of the view now
 * @param members the shown names, in view order
 */
public record JoinReport(List<InetSocketAddress> tried, List<InetSocketAddress> contacted, List<String> members) {
    public JoinReport {
        tried = List.copyOf(tried);
        contacted = List.copyOf(contacted);
        members = List.copyOf(members);
    }

    /** The same in a sentence or two. */
    public String summary() {
        String others =
                members.size() == 1 ? "You are alone so far." : "In the group: " + String.join(", ", members) + ".";
        return tried.isEmpty()
                ? others
                : "Contacted %d of %d listed peers. %s".formatted(contacted.size(), tried.size(), others);
    }
}
