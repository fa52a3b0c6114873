package dev.parley.desktop.members;

import dev.parley.chat.Roster;
import dev.parley.group.GroupEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One row of the members list: it stays the same object while what it says changes, so that it stays selected. JavaFX thread. */
public final class MemberRow {
    private final ReadOnlyObjectWrapper<Content> content;

    MemberRow(Content first) {
        content = new ReadOnlyObjectWrapper<>(first);
    }

    /** What a row says. */
    public sealed interface Content {
        String name();

        Optional<UUID> author();
    }

    /** A member of the view. */
    public record Present(Roster.Entry entry, Optional<RoundTrip> roundTrip) implements Content {
        @Override
        public String name() {
            return entry.shownName();
        }

        @Override
        public Optional<UUID> author() {
            return entry.author();
        }
    }

    /**
     * Somebody who has left a while ago.
     *
     * @param first whether it begins the section of those who have left
     */
    public record Gone(String name, Optional<UUID> author, GroupEvent.Reason reason, Instant at, boolean first)
            implements Content {
        Gone first(boolean now) {
            return first == now ? this : new Gone(name, author, reason, at, now);
        }

        /** Whether that is the same one again: by identity if both are known, else by name. */
        boolean is(String other, Optional<UUID> otherAuthor) {
            return (author.isPresent() && otherAuthor.isPresent()) ? author.equals(otherAuthor) : name.equals(other);
        }
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public Content content() {
        return content.get();
    }

    void say(Content next) {
        if (!Objects.equals(next, content.get())) content.set(next);
    }
}
