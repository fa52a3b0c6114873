package dev.parley.chat;

import dev.parley.chat.WireMessage.AboutTold;
import dev.parley.group.Group;
import dev.parley.group.StackPrint;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What members say of their programs; sees to it that the user hears of a stack that does not fit this one. Changed on the
 * session thread, read on any.
 */
final class Abouts {
    private final Map<UUID, About> abouts = new ConcurrentHashMap<>();
    private final Set<StackPrint> complained = new HashSet<>();
    private final SessionParts parts;

    Abouts(SessionParts parts) {
        this.parts = parts;
    }

    /** What a member has said of its program last, if it is in the view. Any thread. */
    Optional<About> of(UUID member) {
        return Optional.ofNullable(abouts.get(member));
    }

    /** What this peer says of its program in that group. */
    static AboutTold own(Group group) {
        return new AboutTold(new About(About.VERSION, group.stackPrint()));
    }

    void viewChanged(Group group, Set<UUID> members) {
        abouts.keySet().retainAll(members);
        abouts.put(group.self(), own(group).about());
    }

    void told(Group group, UUID member, About about) {
        if (!parts.roster().membership().contains(member)) return;
        abouts.put(member, about);
        met(group, about.stack(), parts.roster().shownName(member).orElse("A member"));
    }

    /** This peer's stack is another now, and whether others fit it must be looked at anew. */
    void ownChanged(Group group) {
        complained.clear();
        abouts.put(group.self(), own(group).about());
        parts.wire().multicast(own(group));
        abouts.forEach((member, about) -> told(group, member, about));
    }

    /** Somebody runs that stack; said once each. */
    void met(Group group, StackPrint theirs, String who) {
        StackPrint own = group.stackPrint();
        if (theirs.fits(own) || !complained.add(theirs)) return;
        parts.faces().tell(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, complaint(who, theirs, own)));
    }

    private static String complaint(String who, StackPrint theirs, StackPrint own) {
        if (theirs.name().equals(own.name()))
            return "%s runs another stack named %s (%s) than this peer (%s), and the two do not fit: messages may be lost until both take the same file."
                    .formatted(who, own.name(), theirs.digits(), own.digits());
        return "%s runs the stack %s, which does not fit %s here: messages may be lost until all run the same, for instance after 'stack use %s'."
                .formatted(who, theirs.name(), own.name(), theirs.name());
    }

    void leave() {
        abouts.clear();
        complained.clear();
    }
}
