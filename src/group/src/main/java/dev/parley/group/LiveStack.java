package dev.parley.group;

import java.util.List;
import java.util.Map;

/**
 * The protocols of a stack while it runs, to look at and to change. Changes last until the group ends and concern this member
 * only. Protocols are named as stack files name them; what this library adds is left out. Any thread but a
 * {@link GroupListener}'s.
 */
public interface LiveStack {
    /** The stack with all changes so far, from the transport upwards. */
    StackFile current();

    /**
     * All attributes of a protocol, in the order of their names.
     *
     * @throws GroupException if the stack has no such protocol, naming the nearest
     */
    List<StackAttribute> attributes(String protocol) throws GroupException;

    /**
     * Gives an attribute another value.
     *
     * @param value as a stack file writes it, for example {@code 500ms} or {@code 64K}
     * @return the attribute as it is now
     * @throws GroupException if there is none, the value is none, or it would have no effect or a bad one; nothing has changed then
     */
    StackAttribute set(String protocol, String attribute, String value) throws GroupException;

    /** Where a protocol goes. */
    enum Position {
        ABOVE,
        BELOW
    }

    /**
     * Puts a protocol in.
     *
     * @param attributes as a stack file writes them
     * @throws GroupException if it cannot join a running stack there; nothing has changed then
     */
    void insert(String protocol, Map<String, String> attributes, Position position, String neighbour)
            throws GroupException;

    /**
     * Takes a protocol out.
     *
     * @throws GroupException if others, here or at other members, cannot do without it; nothing has changed then
     */
    void remove(String protocol) throws GroupException;
}
