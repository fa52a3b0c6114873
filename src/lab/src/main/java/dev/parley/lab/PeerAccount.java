package dev.parley.lab;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a {@link DeliveryCheck} knows of one peer, which keeps its name and data folder from run to run. Immutable.
 *
 * @param runs its processes, the first one first
 * @param log its log at the end if it survives and takes part in the chat
 * @param completeFrom what the log must hold everything from: {@link Stamp#ZERO}, or for one that came late the place of a
 *     message that was said after it had joined
 */
public record PeerAccount(String name, List<RunAccount> runs, Optional<FinalLog> log, Stamp completeFrom) {
    public PeerAccount {
        Objects.requireNonNull(name, "name");
        runs = List.copyOf(runs);
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(completeFrom, "completeFrom");
    }

    boolean survives() {
        return log.isPresent();
    }
}
