package dev.parley.chat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is in the room: the members in view order under names that are unique and the same everywhere. Of several members
 * with one name the one longest in the view keeps it, the others are shown as {@code name-2}, {@code name-3}.
 *
 * @param viewId the view's id, empty while not connected
 */
public record Roster(String viewId, List<Entry> entries) {
    public static final Roster EMPTY = new Roster("", List.of());

    public Roster {
        Objects.requireNonNull(viewId, "viewId");
        entries = List.copyOf(entries);
    }

    /**
     * One member.
     *
     * @param member the member's id in the group, new at each connect
     * @param author the identity it keeps, as in its messages, once it has said hello
     * @param inChat whether it takes part in the chat, as far as it has said
     * @param address where it was last reached, if known
     */
    public record Entry(
            UUID member,
            Optional<UUID> author,
            String shownName,
            boolean coordinator,
            boolean self,
            boolean inChat,
            Optional<InetSocketAddress> address) {}

    public List<String> names() {
        return entries.stream().map(Entry::shownName).toList();
    }

    public Optional<Entry> named(String shownName) {
        return entries.stream()
                .filter(entry -> entry.shownName().equals(shownName))
                .findFirst();
    }

    public Optional<Entry> of(UUID member) {
        return entries.stream().filter(entry -> entry.member().equals(member)).findFirst();
    }

    public Optional<String> coordinator() {
        return entries.stream().filter(Entry::coordinator).map(Entry::shownName).findFirst();
    }
}
