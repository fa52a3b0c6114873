package dev.parley.console.doctor;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import java.time.Duration;
import java.util.List;

/** Whether the bootstrap service answers, and how soon. */
final class ServiceCheck implements Check {
    private static final String TOPIC = "service";
    private static final Duration SLOW = Duration.ofSeconds(1);

    @Override
    public List<Finding> look(Session session) {
        long begun = System.nanoTime();
        try {
            BootstrapData list = session.bootstrap().list();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String where = session.bootstrap().service().map(Object::toString).orElse("this machine");
            return List.of(answered(where, took, list));
        } catch (SessionException e) {
            return List.of(Finding.bad(
                    TOPIC,
                    e.getMessage()
                            + " Those who are together stay together; newcomers need it: check the URL after --bootstrap,"
                            + " and that the service runs."));
        }
    }

    private static Finding answered(String where, Duration took, BootstrapData list) {
        String text = "The service at %s answers in %d ms and lists %d, with room for %d."
                .formatted(
                        where,
                        took.toMillis(),
                        list.peers().size(),
                        list.config().maxPeers());
        return took.compareTo(SLOW) < 0
                ? Finding.good(TOPIC, text)
                : Finding.bad(
                        TOPIC, text + " That is slow: joining takes as long; look at its machine or the way there.");
    }
}
