package dev.parley.group;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One member's part in a group: membership and reliable multicast. Connects once; to come back, create another.
 *
 * <p>All methods may be called from any thread but a {@link GroupListener}'s. {@link #connect}, {@link #multicast},
 * {@link #send}, {@link #disconnect} and {@link #close} block.
 */
public interface Group extends AutoCloseable {
    /** This member's id: fixed when the channel is created, new with each one. */
    UUID self();

    GroupSettings settings();

    /** The address that others reach this member at: reserved before connecting, bound afterwards. */
    InetSocketAddress localAddress();

    /**
     * Connects. The first view has been delivered to the listener when this returns; it is a view of one if nobody
     * answered.
     *
     * @param listening done on the caller's thread when others can reach this member, before it looks for them: the time to
     *     tell where it is and to {@link Discovery#feed feed} whom to contact. Done again if that port turns out to be taken
     * @throws GroupException if the transport cannot start or this group was connected before
     */
    void connect(Runnable listening) throws GroupException;

    /** {@link #connect(Runnable)} for who has fed whom to contact before. */
    default void connect() throws GroupException {
        connect(() -> {});
    }

    boolean connected();

    /** The view last installed, {@link Membership#NONE} while not connected. */
    Membership membership();

    /** Where a member was last reached, if its address is known. */
    Optional<InetSocketAddress> addressOf(UUID member);

    /**
     * Sends to all members but this one. Blocks while flow control does.
     *
     * @param payload not to be changed afterwards: it is kept for who may have missed it
     * @throws GroupException if not connected
     */
    void multicast(byte[] payload) throws GroupException;

    /**
     * Sends to one member. Blocks while flow control does; a message to somebody who is not in the view is dropped.
     *
     * @param payload not to be changed afterwards: it is kept until the member has it
     * @throws GroupException if not connected
     */
    void send(UUID member, byte[] payload) throws GroupException;

    /** What others are told of this member's stack, as it runs at the moment. */
    StackPrint stackPrint();

    /** Where it listens. */
    Ports ports();

    /** JGroups' channel itself, for live experiments, if the group is on one; nobody else is to touch it. */
    default Optional<Object> liveChannel() {
        return Optional.empty();
    }

    /** Whom this group contacts to find others. */
    Discovery discovery();

    /** Faults on purpose, at this member only. */
    Faults faults();

    /** What runs in the stack, for people to look at: from the application's side to the network's. */
    List<ProtocolReport> protocols();

    /** The stack while this member is connected. */
    LiveStack stack();

    /**
     * How well this member's communication goes at the moment. Blocks up to half a second.
     *
     * @throws GroupException if not connected
     */
    Health health() throws GroupException;

    /** What the loader changed in the stack to make it safe, one sentence each. */
    List<String> hardening();

    /** Leaves in order: the others know at once. Waits at most {@code timeout} for the good-bye to be answered. */
    void disconnect(Duration timeout);

    /** Stops without a word: the others have to detect it. */
    void shutdown();

    /**
     * Stops only the transport, the rest of the stack keeps running and the group keeps its last view until its own
     * failure detection speaks.
     *
     * @throws GroupException if not connected
     */
    void shutdownTransport() throws GroupException;

    /** Leaves if connected, and frees everything. Idempotent. */
    @Override
    void close();
}
