package dev.parley.group;

import java.util.Objects;
import java.util.UUID;

/**
 * One process in the view. Two members are equal if their ids are: the logical name is only what the member called itself
 * when it connected, need not be unique, and may still be unknown (then it is the id's text).
 */
public record Member(UUID id, String logicalName) {
    public Member {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(logicalName, "logicalName");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
