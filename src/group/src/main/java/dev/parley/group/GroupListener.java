package dev.parley.group;

/**
 * Hears a group's events, on JGroups' threads and therefore several at once: convert, hand over, return. Never send from
 * here (flow control returns credits only after the call has returned, so two members that did would stop each other).
 */
public interface GroupListener {
    /** Must not block: the group waits. */
    void viewChanged(GroupEvent.ViewChanged event);

    /** Must not block. */
    void suspected(GroupEvent.Suspected event);

    /** Must not block. */
    void stackMet(GroupEvent.StackMet event);

    /** May block for a while: that holds back the senders through flow control. */
    void messagesReceived(GroupEvent.MessagesReceived event);

    /** Must not block. */
    void whispered(GroupEvent.Whispered event);

    /** Must not block. */
    void disconnected(GroupEvent.Disconnected event);
}
