package dev.parley.chat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;

/**
 * How a join went.
 *
 * @param members the shown names, in view order
 */
public record JoinReport(Search search, List<String> members) {
    public JoinReport {
        Objects.requireNonNull(search, "search");
        members = List.copyOf(members);
    }

    /** How it went, in a sentence or two. */
    public String summary() {
        String others = alone() ? "You are alone so far." : "In the group: " + String.join(", ", members) + ".";
        return tried().isEmpty()
                ? others
                : "Contacted %d of %d listed peers. %s".formatted(contacted().size(), tried().size(), others);
    }

    /** The addresses given to discovery. */
    public List<InetSocketAddress> tried() {
        return addresses(search.tried());
    }

    /** Those of them that are members of the view now. */
    public List<InetSocketAddress> contacted() {
        return addresses(search.reached());
    }

    /** Whether nobody else is in the view. */
    public boolean alone() {
        return members.size() <= 1;
    }

    private static List<InetSocketAddress> addresses(List<Tried> tried) {
        return tried.stream().map(one -> one.contact().address()).toList();
    }
}
