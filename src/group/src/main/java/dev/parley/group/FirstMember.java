package dev.parley.group;

import org.jgroups.JChannel;
import org.jgroups.protocols.pbcast.GMS;

/**
 * Lets a member that has nobody to ask found its group at once. GMS waits {@code join_timeout} for answers also when it has
 * asked nobody, and who looks for others meanwhile finds somebody who is no coordinator yet.
 */
final class FirstMember {
    private static final long AT_ONCE_MILLIS = 1;

    private final GMS membership;
    private final long usual;

    FirstMember(JChannel channel) {
        membership = channel.getProtocolStack().findProtocol(GMS.class);
        usual = membership == null ? 0 : membership.getJoinTimeout();
    }

    /** Waits for nobody this time. */
    void hurry() {
        if (membership != null) membership.setJoinTimeout(AT_ONCE_MILLIS);
    }

    /** Waits as the stack says from now on. */
    void takeTime() {
        if (membership != null) membership.setJoinTimeout(usual);
    }
}
