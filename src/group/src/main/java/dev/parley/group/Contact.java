package dev.parley.group;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * What is at an address at which a member of a group was said to be.
 *
 * @param detail the name of the other room or the other version; empty if there is nothing more to say
 */
public record Contact(InetSocketAddress address, Answer answer, String detail) {
    /** How an address answers. */
    public enum Answer {
        /** A member of the own view is there. */
        MEMBER,
        /** A member of a group of this name, which has answered discovery and is not in the own view, or not yet. */
        APART,
        /** Nothing listens there. */
        REFUSED,
        /** Nothing answers at all: no machine, no route, a firewall, or a process that stands still. */
        UNREACHABLE,
        /** The connection is taken and nothing is said. */
        SILENT,
        /** A member of a group of another name. */
        OTHER_ROOM,
        /** A JGroups whose version this one does not understand. */
        OTHER_VERSION,
        /** A JGroups of this version that does not answer the discovery of this stack. */
        OTHER_STACK,
        /** Something that is no JGroups. */
        OTHER_PROGRAM
    }

    public Contact {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether a member of the own group is there. */
    public boolean reached() {
        return answer == Answer.MEMBER;
    }
}
