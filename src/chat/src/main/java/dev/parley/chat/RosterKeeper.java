package dev.parley.chat;

import dev.parley.chat.WireMessage.Hello;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Puts together what the group and what the members say about who is in the room. Confined to the session thread. */
final class RosterKeeper {
    private final Map<UUID, Hello> hellos = new HashMap<>();
    private final Map<AuthorRun, UUID> members = new HashMap<>();
    private Membership membership = Membership.NONE;
    private Map<UUID, String> shownNames = Map.of();
    private UUID self = new UUID(0, 0);

    void viewChanged(Membership current, UUID own) {
        membership = current;
        self = own;
        hellos.keySet().retainAll(ids());
        members.values().retainAll(ids());
        shownNames = uniqueNames();
    }

    /**
     * Takes note of what a member says of itself, unless it has said something else since: what it sends to one and what it
     * sends to all may overtake each other. Tells whether a shown name has changed with it.
     */
    boolean hello(UUID member, Hello hello) {
        if (!membership.contains(member)) return false;
        Hello known = hellos.get(member);
        if (known != null && known.clock().compareTo(hello.clock()) > 0) return false;
        hellos.put(member, hello);
        members.put(new AuthorRun(hello.author(), hello.incarnation()), member);
        Map<UUID, String> before = shownNames;
        shownNames = uniqueNames();
        return !shownNames.equals(before);
    }

    UUID self() {
        return self;
    }

    Membership membership() {
        return membership;
    }

    Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        membership.members().forEach(member -> ids.add(member.id()));
        return ids;
    }

    List<UUID> others() {
        return membership.members().stream()
                .map(Member::id)
                .filter(member -> !member.equals(self))
                .toList();
    }

    /** The members that have not said hello yet, this one aside. */
    List<UUID> silent() {
        return others().stream().filter(member -> !hellos.containsKey(member)).toList();
    }

    Optional<Hello> helloOf(UUID member) {
        return Optional.ofNullable(hellos.get(member));
    }

    /** Whether a member takes part in the chat; one that has not said is taken for one that does. */
    boolean mayBeInChat(UUID member) {
        return helloOf(member).map(Hello::inChat).orElse(true);
    }

    /** The member that is this author's run, if it is in the view. */
    Optional<UUID> memberOf(AuthorRun run) {
        return Optional.ofNullable(members.get(run));
    }

    /** The shown name of the first member with this identity, if one is in the view. */
    Optional<String> shownNameOfAuthor(UUID author) {
        return membership.members().stream()
                .map(Member::id)
                .filter(member -> helloOf(member)
                        .filter(hello -> hello.author().equals(author))
                        .isPresent())
                .findFirst()
                .flatMap(this::shownName);
    }

    /** What a member calls itself. */
    Optional<String> nameOf(UUID member) {
        return membership.member(member).map(this::nameOf);
    }

    /** The name it is shown under, unique in the view. */
    Optional<String> shownName(UUID member) {
        return Optional.ofNullable(shownNames.get(member));
    }

    Map<UUID, String> shownNames() {
        return shownNames;
    }

    /** @param addressOf where a member was last reached */
    Roster roster(Function<UUID, Optional<InetSocketAddress>> addressOf) {
        List<Roster.Entry> entries = new ArrayList<>();
        for (Member member : membership.members()) {
            UUID id = member.id();
            Optional<Hello> hello = helloOf(id);
            boolean coordinator = entries.isEmpty();
            entries.add(new Roster.Entry(
                    id,
                    hello.map(Hello::author),
                    shownNames.get(id),
                    coordinator,
                    id.equals(self),
                    hello.map(Hello::inChat).orElse(false),
                    addressOf.apply(id)));
        }
        return new Roster(membership.viewId(), entries);
    }

    private Map<UUID, String> uniqueNames() {
        Set<String> wanted = new HashSet<>();
        membership.members().forEach(member -> wanted.add(nameOf(member)));
        Set<String> taken = new HashSet<>();
        Map<UUID, String> shown = new HashMap<>();
        for (Member member : membership.members()) {
            String name = nameOf(member);
            String unique = name;
            for (int n = 2; taken.contains(unique) || (n > 2 && wanted.contains(unique)); n++) unique = name + "-" + n;
            taken.add(unique);
            shown.put(member.id(), unique);
        }
        return shown;
    }

    private String nameOf(Member member) {
        return helloOf(member.id()).map(Hello::name).orElse(member.logicalName());
    }
}
