package dev.parley.chat;

import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Tells every listener; one that fails does not keep the others from hearing. */
final class Faces {
    private static final Logger LOG = LogManager.getLogger();

    private final CopyOnWriteArrayList<SessionListener> listeners = new CopyOnWriteArrayList<>();

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void tell(SessionEvent event) {
        for (SessionListener listener : listeners) tell(listener, event);
    }

    void tell(SessionListener listener, SessionEvent event) {
        try {
            event.deliverTo(listener);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on {}", event, e);
        }
    }
}
