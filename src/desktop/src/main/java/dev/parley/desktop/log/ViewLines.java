package dev.parley.desktop.log;

import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent.Departed;
import dev.parley.chat.SessionEvent.ViewShown;
import dev.parley.desktop.log.SystemLine.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts each view into words, against the one before. JavaFX thread. */
final class ViewLines {
    private Roster before = Roster.EMPTY;

    /** The next view is the first one of a stay. */
    void forget() {
        before = Roster.EMPTY;
    }

    List<SystemLine> of(ViewShown event, Instant now) {
        boolean first = before.entries().isEmpty();
        Roster earlier = before;
        before = event.roster();
        Lines lines = new Lines(now, event.roster().viewId(), new ArrayList<>());
        if (event.merged()) lines.add(Kind.MERGED, merge(event.joined()));
        else if (first && !event.joined().isEmpty())
            lines.add(
                    Kind.HERE,
                    ShownText.names(event.joined()) + (event.joined().size() == 1 ? " is" : " are") + " here");
        else for (String name : event.joined()) lines.add(Kind.JOINED, ShownText.name(name) + " joined");
        for (Departed gone : event.left()) lines.add(kind(gone), departure(gone));
        if (lines.lines.isEmpty()) renamed(earlier, event.roster(), lines);
        return lines.lines;
    }

    private static String merge(List<String> joined) {
        return joined.isEmpty()
                ? "The parts of the group have found together again"
                : "The parts of the group have found together again: " + ShownText.names(joined);
    }

    private static Kind kind(Departed gone) {
        return switch (gone.reason()) {
            case LEFT, UNKNOWN -> Kind.LEFT;
            case CRASHED -> Kind.CRASHED;
        };
    }

    private static String departure(Departed gone) {
        String name = ShownText.name(gone.shownName());
        return switch (gone.reason()) {
            case LEFT -> name + " left";
            case UNKNOWN -> name + " is gone; another member saw it go";
            case CRASHED -> name + " crashed or lost the connection";
        };
    }

    private static void renamed(Roster earlier, Roster now, Lines lines) {
        for (Roster.Entry entry : now.entries()) {
            Optional<String> old = earlier.of(entry.member()).map(Roster.Entry::shownName);
            if (old.isPresent() && !old.get().equals(entry.shownName()))
                lines.add(
                        Kind.RENAMED,
                        ShownText.name(old.get()) + " is shown as " + ShownText.name(entry.shownName()) + " now");
        }
    }

    private record Lines(Instant now, String view, List<SystemLine> lines) {
        void add(Kind kind, String text) {
            lines.add(new SystemLine(now, kind, text, view));
        }
    }
}
