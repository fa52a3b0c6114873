package dev.parley.group;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.JChannel;
import org.jgroups.protocols.MERGE3;
import org.jgroups.util.TimeScheduler;

/**
 * Makes MERGE3 look for other parts of the group now. In each round every part announces its view, and a little later the
 * coordinators compare what they heard. A comparison forgets all announcements, also those that came for the next one, so
 * there are several rounds. Thread-safe; works on JGroups' timer.
 */
final class PartSearch {
    private static final Logger LOG = LogManager.getLogger(PartSearch.class);
    private static final int ROUNDS = 3;
    /** Announcements arrive within a few milliseconds; without this class, comparisons are 8 s apart. */
    private static final long HALF_ROUND_MILLIS = 200;

    private final JChannel channel;
    private int roundsLeft;
    private boolean running;

    PartSearch(JChannel channel) {
        this.channel = channel;
    }

    /** Starts to look, or looks longer if it is looking already. Does nothing without MERGE3 or while not connected. */
    synchronized void start() {
        MERGE3 merge = channel.getProtocolStack().findProtocol(MERGE3.class);
        if (merge == null || !channel.isConnected()) return;
        roundsLeft = ROUNDS;
        if (running) return;
        running = true;
        schedule(() -> announce(merge), 0);
    }

    private void announce(MERGE3 merge) {
        merge.sendInfo();
        schedule(() -> compare(merge), HALF_ROUND_MILLIS);
    }

    private void compare(MERGE3 merge) {
        if (merge.isCoord()) merge.checkInconsistencies();
        synchronized (this) {
            roundsLeft--;
            running = roundsLeft > 0;
            if (running) schedule(() -> announce(merge), HALF_ROUND_MILLIS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A step that fails is logged and ends the search.
    private void schedule(Runnable step, long delayMillis) {
        TimeScheduler timer = channel.getProtocolStack().getTransport().getTimer();
        try {
            timer.schedule(() -> run(step), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            stop(e);
        }
    }

    private void run(Runnable step) {
        try {
            if (channel.isConnected()) step.run();
            else stop(null);
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    private synchronized void stop(RuntimeException reason) {
        running = false;
        if (reason != null) LOG.warn("Looking for other parts of the group ended early.", reason);
    }
}
