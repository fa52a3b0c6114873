package dev.parley.group;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

/** Feeds the group's discovery protocol. Methods may be called from any thread, before and after connecting. */
public interface Discovery {
    /** Whether the stack finds others through a list of addresses (TCPPING), which this feeds; if not, feeding does nothing. */
    boolean fedByList();

    /**
     * Replaces the addresses to contact, this member's own left out; an empty collection clears the list (which
     * {@code TCPPING.setInitialHosts} alone would ignore).
     */
    void feed(Collection<InetSocketAddress> addresses);

    /** The addresses fed last. */
    List<InetSocketAddress> fed();

    /**
     * Looks for other parts of the group now instead of at MERGE3's next round; a merge, if there is something to merge,
     * follows within a second or so. Does nothing while not connected or in a stack without MERGE3.
     */
    void checkForOtherParts();

    /** What is at an address. Blocks for up to three seconds, so not for threads of a group or a session. */
    Contact contact(InetSocketAddress address);

    /**
     * Whether the failure detector beside the member at this address answers, or the stack has none that listens. Blocks for up to
     * three seconds.
     */
    boolean detectorAnswers(InetSocketAddress address);
}
