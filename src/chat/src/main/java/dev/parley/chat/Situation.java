package dev.parley.chat;

import dev.parley.bootstrap.Peer;
import dev.parley.group.Group;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.util.List;

/** The group whose list is kept, and where it stands. */
record Situation(Group group, RoomName room, Membership membership) {
    boolean alone() {
        return membership.size() <= 1;
    }

    /** This member's place in the view: 0 for the coordinator, below 0 for who is in no view. */
    int rank() {
        return membership.members().stream().map(Member::id).toList().indexOf(group.self());
    }

    boolean coordinator() {
        return rank() == 0;
    }

    boolean knows(Peer peer) {
        return members().contains(peer.id());
    }

    /** The ids by which the members are listed, in view order. */
    List<String> members() {
        return membership.members().stream()
                .map(member -> member.id().toString())
                .toList();
    }

    String self() {
        return group.self().toString();
    }
}
