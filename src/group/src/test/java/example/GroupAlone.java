package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupException;
import dev.parley.group.GroupListener;
import dev.parley.group.GroupSettings;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A member of a group; tells whoever made it what happens there. */
record GroupAlone(Consumer<String> hears) implements GroupListener {
    Group join(String name, List<InetSocketAddress> known) throws GroupException {
        Optional<InetAddress> here = Optional.of(InetAddress.getLoopbackAddress());
        StackFile stack = StackFile.bundled("tcp");
        Group group =
                JGroupsGroup.FACTORY.create(new GroupSettings(name, "greetings", stack, here, OptionalInt.of(0)), this);
        group.discovery().feed(known);
        group.connect();
        group.multicast(("hello from " + name).getBytes(UTF_8));
        return group;
    }

    @Override
    public void viewChanged(GroupEvent.ViewChanged event) {
        hears.accept(event.membership().size() + " in the group");
    }

    @Override
    public void messagesReceived(GroupEvent.MessagesReceived event) {
        for (GroupEvent.Received message : event.messages()) hears.accept(new String(message.payload(), UTF_8));
    }

    @Override
    public void suspected(GroupEvent.Suspected event) {}

    @Override
    public void stackMet(GroupEvent.StackMet event) {}

    @Override
    public void whispered(GroupEvent.Whispered event) {}

    @Override
    public void disconnected(GroupEvent.Disconnected event) {}
}
