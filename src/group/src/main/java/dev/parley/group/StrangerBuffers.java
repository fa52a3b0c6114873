package dev.parley.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.protocols.PerDestinationBundler;
import org.jgroups.protocols.TP;

/**
 * Ends what the bundler keeps for destinations outside the view. JGroups' (5.5.7) makes a buffer of some 300 KB and a thread
 * for every address that anything is sent to, addresses asked in discovery and members that have left included, and gives up
 * only what a leaver had at the time of the view. Called by JGroups' threads.
 */
final class StrangerBuffers {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Longer than anybody waits for an answer before asking again, so that no buffer is made anew all the time. */
    private static final long IDLE_NANOS = Duration.ofSeconds(20).toNanos();

    /** When something was last sent to an address that was not in the view. */
    private final Map<Address, Long> strangers = new ConcurrentHashMap<>();

    private volatile Set<Address> members = Set.of();
    private View view = new View();
    private TP transport;

    /** While there is anything to sweep: the bundler of another kind keeps nothing. */
    private volatile Future<?> sweeping;

    /** Above this transport, which runs. */
    synchronized void start(TP above) {
        if (!(above.getBundler() instanceof PerDestinationBundler)) return;
        transport = above;
        sweeping = above.getTimer()
                .scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS, false);
    }

    synchronized void stop() {
        if (sweeping == null) return;
        sweeping.cancel(false);
        sweeping = null;
    }

    /** Something goes to one destination. */
    void sent(Address destination) {
        if (sweeping != null && !members.contains(destination)) strangers.put(destination, System.nanoTime());
    }

    /** Lets the transport, and with it the bundler, know a view. */
    synchronized Object viewChanged(View now, Supplier<Object> telling) {
        view = now;
        members = Set.copyOf(now.getMembers());
        return telling.get();
    }

    private synchronized void sweep() {
        long now = System.nanoTime();
        List<Address> idle = new ArrayList<>();
        strangers.forEach((stranger, last) -> {
            if (now - last > IDLE_NANOS) idle.add(stranger);
        });
        strangers.keySet().removeAll(idle);
        if (idle.isEmpty() || sweeping == null) return;
        idle.removeAll(view.getMembers());
        leave(idle);
    }

    /** The bundler gives up leavers only: so these have been in the view for a moment. */
    private void leave(List<Address> gone) {
        List<Address> with = new ArrayList<>(view.getMembers());
        with.addAll(gone);
        transport.getBundler().viewChange(new View(view.getViewId(), with));
        transport.getBundler().viewChange(view);
    }
}
