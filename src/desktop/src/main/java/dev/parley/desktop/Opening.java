package dev.parley.desktop;

import dev.parley.desktop.settings.PeerChoice;

/** What the window asks the program for. Methods block and are called from background threads. */
public interface Opening {
    /**
     * Builds the session of a peer, and connects nothing. After a failure it may be asked again.
     *
     * @throws OpeningException with a sentence for the user
     */
    Opened open(PeerChoice choice) throws OpeningException;

    /** Leaves the group in order, if there is one, and ends what was opened. Idempotent. */
    void close();
}
