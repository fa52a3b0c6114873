package dev.parley.group;

import java.util.Objects;

/**
 * One attribute of a running protocol.
 *
 * @param name as stack files write it if they can set it, with its component before it, as in {@code bundler.capacity}
 * @param type for people, for example {@code duration} or {@code text}
 * @param value a number, a truth value, a text, or null if it has none
 * @param description by JGroups; may be empty
 * @param fixed why it cannot be changed now, half a sentence; empty if it can
 */
public record StackAttribute(
        String protocol, String name, String type, Object value, String description, String fixed) {
    public StackAttribute {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(fixed, "fixed");
    }
}
