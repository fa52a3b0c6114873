package dev.parley.console.stack;

import dev.parley.chat.Session;
import dev.parley.console.api.CommandException;
import dev.parley.console.text.HarmlessText;

/**
 * What stands before and behind the point in {@code pbcast.GMS.join_timeout}: names of protocols may have points too, and so may
 * names of attributes.
 *
 * @param attribute empty if only a protocol is named
 */
record AttributeName(String protocol, String attribute) {
    static AttributeName of(Session session, String typed) {
        for (String protocol : session.stack().protocols())
            for (String name : new String[] {protocol, protocol.substring(protocol.lastIndexOf('.') + 1)}) {
                if (typed.equalsIgnoreCase(name)) return new AttributeName(protocol, "");
                if (typed.regionMatches(true, 0, name + ".", 0, name.length() + 1))
                    return new AttributeName(protocol, typed.substring(name.length() + 1));
            }
        int point = typed.indexOf('.', typed.startsWith("pbcast.") ? "pbcast.".length() : 0);
        return point < 0
                ? new AttributeName(typed, "")
                : new AttributeName(typed.substring(0, point), typed.substring(point + 1));
    }

    /** The same, refused if no attribute is named. */
    static AttributeName complete(Session session, String typed) throws CommandException {
        AttributeName name = of(session, typed);
        if (name.attribute.isEmpty())
            throw new CommandException(
                    "'%s' names no attribute: write PROTOCOL.ATTRIBUTE, for example GMS.join_timeout."
                            .formatted(HarmlessText.shortened(typed, 60)));
        return name;
    }
}
