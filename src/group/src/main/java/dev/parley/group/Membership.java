package dev.parley.group;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A view: who is in the group, the same list in the same order at all its members. The first member is the coordinator.
 *
 * @param viewId the creator's logical name, a bar, and the view number, for example {@code alice|2}
 * @param members in view order, longest standing first; empty before the first view and after leaving
 */
public record Membership(String viewId, List<Member> members) {
    /** Not in any group. */
    public static final Membership NONE = new Membership("", List.of());

    public Membership {
        Objects.requireNonNull(viewId, "viewId");
        members = List.copyOf(members);
    }

    public Optional<Member> coordinator() {
        return members.stream().findFirst();
    }

    public Optional<Member> member(UUID id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    public boolean contains(UUID id) {
        return member(id).isPresent();
    }

    public int size() {
        return members.size();
    }
}
