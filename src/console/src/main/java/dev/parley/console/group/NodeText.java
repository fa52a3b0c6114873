package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.Connection;
import dev.parley.console.api.Reply;

/** This node as people and programs read it. */
final class NodeText {
    private NodeText() {}

    static Reply reply(String before, Connection.LocalNode node) {
        String address = Addresses.text(node.address());
        return Reply.line(
                "%s%s at %s".formatted(before, node.name(), address),
                Reply.row("name", node.name(), "id", node.id().toString(), "address", address));
    }
}
