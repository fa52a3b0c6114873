package dev.parley.group;

import java.util.Set;
import java.util.UUID;

/**
 * Faults on purpose at one member, to experiment with: others notice only what follows from them. A fault lasts until it is
 * healed or the group ends. Called from any thread but a {@link GroupListener}'s.
 */
public interface Faults {
    /**
     * From now on drops whatever comes from these members, and from them only. It is left to the failure detectors to notice,
     * and to the merge protocol once it is healed. A member that connects again is another one and is heard.
     *
     * @throws GroupException if not connected
     */
    void partitionFrom(Set<UUID> members) throws GroupException;

    /** The members from whom everything is dropped. */
    Set<UUID> partitionedFrom();

    /** How many messages the present faults have dropped. */
    long dropped();

    /** Ends all faults and leaves nothing of them behind. Does nothing if there are none. */
    void heal();
}
