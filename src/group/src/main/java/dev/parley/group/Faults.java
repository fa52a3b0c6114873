package dev.parley.group;

import dev.parley.group.faults.Fault;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Faults on purpose at one member, to experiment with: others notice only what follows from them. A fault lasts until it is
 * healed or the group ends. Called from any thread but a {@link GroupListener}'s.
 */
public interface Faults {
    /**
     * From now on drops whatever comes from these members and whatever would go to them, and leaves all others alone. It is left
     * to the failure detectors to notice, and to the merge protocol once it is healed. A member that connects again is another
     * one and is heard.
     *
     * @throws GroupException if not connected
     */
    void partitionFrom(Set<UUID> members) throws GroupException;

    /** The members that are cut off. Never blocks. */
    Set<UUID> partitionedFrom();

    /** How many messages the partition has dropped. */
    long dropped();

    /**
     * Makes a fault, besides those that there are; in place of one of its kind on the same way.
     *
     * @throws GroupException if not connected
     */
    void make(Fault fault) throws GroupException;

    /** The faults but for the partition, oldest first, and what they have done. */
    List<Fault.Report> reports();

    /** Ends all faults and leaves nothing of them behind; messages that wait go on. Does nothing if there are none. */
    void heal();

    /**
     * Says something across a partition to a member that is cut off, now or by the last partition. It passes the faults, and
     * may be lost all the same. The listener there hears {@link GroupEvent.Whispered} if this member is in its view, or is or was
     * last cut off from it.
     *
     * @throws GroupException if not connected
     */
    void whisper(UUID member, byte[] payload) throws GroupException;
}
