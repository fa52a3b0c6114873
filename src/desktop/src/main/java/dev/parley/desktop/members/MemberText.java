package dev.parley.desktop.members;

import dev.parley.chat.Addresses;
import dev.parley.chat.Roster;
import dev.parley.desktop.members.MemberRow.Content;
import dev.parley.desktop.members.MemberRow.Gone;
import dev.parley.desktop.members.MemberRow.Present;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a member's row. */
record MemberText(ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What stands in the avatar. */
    static String letter(String name) {
        return Character.toString(Character.toTitleCase(name.codePointAt(0)));
    }

    /** The line below the name: an address, unless there is more to say. */
    String detail(Content content) {
        if (content instanceof Gone gone) return departure(gone);
        Roster.Entry entry = ((Present) content).entry();
        return entry.inChat() ? Addresses.text(entry.address()) : "not in the chat";
    }

    static boolean detailIsAddress(Content content) {
        return content instanceof Present present && present.entry().inChat();
    }

    private String departure(Gone gone) {
        String reason = switch (gone.reason()) {
            case LEFT -> "left";
            case CRASHED -> "crashed";
            case UNKNOWN -> "gone";
        };
        return reason + " " + TIME.format(gone.at().atZone(zone));
    }

    /** The whole row, as it is read out. */
    String spoken(Content content) {
        List<String> parts = new ArrayList<>();
        parts.add(content.name());
        if (content instanceof Present present) {
            if (present.entry().self()) parts.add("you");
            if (present.entry().coordinator()) parts.add("coordinator");
        }
        String detail = detail(content);
        if (!detail.isEmpty()) parts.add(detail);
        if (content instanceof Present present)
            present.roundTrip().ifPresent(roundTrip -> parts.add(roundTrip.spoken()));
        return String.join(", ", parts);
    }
}
