package dev.parley.group;

import java.util.List;
import java.util.UUID;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.util.NameCache;

/** JGroups' addresses and views in our terms. Stateless, except for JGroups' own cache of names. */
final class Members {
    private Members() {}

    static UUID id(Address address) {
        if (address instanceof org.jgroups.util.UUID uuid)
            return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
        return new UUID(0, 0);
    }

    static Address address(UUID id) {
        return new org.jgroups.util.UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** @param before where to look for the names of members that JGroups has forgotten */
    static Membership of(View view, Membership before) {
        List<Member> members = view.getMembers().stream()
                .map(address -> new Member(id(address), name(address, before)))
                .toList();
        return new Membership(
                name(view.getViewId().getCreator(), before) + "|"
                        + view.getViewId().getId(),
                members);
    }

    private static String name(Address address, Membership before) {
        String name = NameCache.get(address);
        UUID id = id(address);
        return name != null ? name : before.member(id).map(Member::logicalName).orElse(id.toString());
    }
}
