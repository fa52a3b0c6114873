package dev.parley.group;

/** Makes groups; {@link JGroupsGroup#FACTORY} the real ones. */
@FunctionalInterface
public interface GroupFactory {
    /**
     * Creates a channel that is not connected yet and reserves its address, so that it can be told to others before.
     *
     * @throws StackFileException if the stack cannot be made
     * @throws GroupException if no address can be bound
     */
    Group create(GroupSettings settings, GroupListener listener) throws GroupException;
}
