package dev.parley.chat;

import java.net.URI;
import java.util.Optional;

/**
 * The bootstrap data service of this machine, for peers that were told of no other. Methods block and are called from one
 * thread at a time, never from a group's.
 */
public interface LocalBootstrap extends AutoCloseable {
    /** A machine that has no service and runs none, for peers that are told where theirs is. Any thread. */
    static LocalBootstrap none() {
        return NoLocalBootstrap.INSTANCE;
    }

    /** The service that answers now on this machine, wherever it runs; empty if none does. */
    Optional<URI> find();

    /**
     * Runs the service in this process, unless one answers by now.
     *
     * @return the service that is there afterwards, or empty if no port could be had
     */
    Optional<URI> findOrServe();

    /** Whether this process runs it. */
    boolean serving();

    @Override
    void close();
}
