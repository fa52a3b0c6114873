package dev.parley.lab;

import java.util.List;

/**
 * Hears everything that a peer writes, in its order. Called by the thread that reads the peer's output, one call after the
 * other; must not block.
 */
public interface PeerListener {
    void heard(PeerOutput output);

    /** A line on its standard output that is no JSON object. */
    void unreadable(String line);

    /**
     * Nothing more will come.
     *
     * @param unanswered the commands that have no result and get none any more, in the order in which they were given
     */
    void ended(List<String> unanswered);
}
