package dev.parley.console.doctor;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.group.Ports;
import java.util.List;

/** Which ports a firewall has to let through. */
final class PortCheck implements Check {
    private static final String TOPIC = "ports";

    @Override
    public List<Finding> look(Session session) throws SessionException {
        return List.of(finding(session.connection().ports()));
    }

    static Finding finding(Ports ports) {
        String own = "Messages come to port %d%s."
                .formatted(
                        ports.transport(),
                        ports.detector().isPresent()
                                ? ", and the failure detector listens on port "
                                        + ports.detector().getAsInt()
                                : "");
        if (ports.first() == 0)
            return Finding.note(
                    TOPIC,
                    own + " They are different ones each time; behind a firewall start with --bind-port N and let N"
                            + (ports.detector().isPresent() ? " and the detector's port through." : " through."));
        int distance = ports.detector().isPresent() ? ports.detector().getAsInt() - ports.transport() : 0;
        String detectors =
                distance == 0 ? "" : " and %d-%d".formatted(ports.first() + distance, ports.last() + distance);
        return Finding.good(
                TOPIC,
                own
                        + " A firewall between machines has to let TCP %d-%d%s through."
                                .formatted(ports.first(), ports.last(), detectors));
    }
}
