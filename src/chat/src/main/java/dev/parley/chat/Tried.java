package dev.parley.chat;

import dev.parley.group.Contact;

/**
 * Somebody who may be in the room, and how the address answered. Immutable.
 *
 * @param name as the bootstrap list has it, or empty if the user named the address
 */
public record Tried(String name, Contact contact) {
    /** For example {@code bob 127.0.0.1:7801}. */
    public String who() {
        return (name + " " + Addresses.text(contact.address())).strip();
    }

    /** For example {@code refuses the connection}. */
    public String result() {
        return switch (contact.answer()) {
            case MEMBER -> "is in the group";
            case APART -> "answers and is in this room, but not in a group with you yet";
            case REFUSED -> "refuses the connection, so nothing runs there any more";
            case UNREACHABLE -> "cannot be reached";
            case SILENT -> "takes the connection and says nothing";
            case OTHER_ROOM -> "is in another room, " + contact.detail();
            case OTHER_VERSION -> "speaks another version, " + contact.detail();
            case OTHER_STACK -> "runs another protocol stack";
            case OTHER_PROGRAM -> "is another program";
        };
    }

    /** Both in a sentence. */
    public String sentence() {
        return who() + " " + result() + ".";
    }

    /** What to do about it, for example {@code Type 'join tea' to go there.} */
    public String advice() {
        return switch (contact.answer()) {
            case MEMBER, APART ->
                "Wait a few seconds; if that does not help, compare the stacks of both with 'showconfig'.";
            case REFUSED, SILENT, OTHER_PROGRAM ->
                name.isEmpty()
                        ? "Check the address that you named: a peer has to be there."
                        : "Such entries are taken off the list within seconds; there is nothing to do.";
            case UNREACHABLE ->
                "Check that its machine is on and that no firewall is between you: 'doctor' names the ports.";
            case OTHER_ROOM -> "Type 'join %s' to go there.".formatted(contact.detail());
            case OTHER_VERSION -> "Run the same version of Parley on both sides.";
            case OTHER_STACK -> "Start both with the same --stack file; 'showconfig' shows which one is in use.";
        };
    }

    public boolean reached() {
        return contact.reached();
    }
}
