package dev.parley.console.group;

import dev.parley.chat.Connection;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.group.StackFile;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows the configuration. */
public final class ShowConfigCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "showconfig",
                CommandGroup.GROUP,
                "the configuration: file, room, bind address and port, and the protocols of the stack");
    }

    @Override
    public Reply run(Invocation invocation) {

        Connection.Configuration configuration =
                invocation.session().connection().configuration();
        List<String> lines = new ArrayList<>(new Columns()
                .row("stack", configuration.stack().name())
                .row("file", configuration.stack().source())
                .row("room", configuration.room())
                .row("bind address", ConfigurationText.address(configuration))
                .row("bind port", ConfigurationText.port(configuration))
                .lines());
        for (StackFile.Protocol protocol : configuration.stack().protocols()) {
            lines.add(protocol.name());
            Columns attributes = new Columns();
            protocol.attributes().forEach((name, value) -> attributes.row("  " + name, value));
            lines.addAll(attributes.lines());
        }
        return new Reply(lines, List.of(row(configuration)));
    }

    private static Map<String, Object> row(Connection.Configuration configuration) {
        return Reply.row(
                "stack", configuration.stack().name(),
                "file", configuration.stack().source(),
                "room", configuration.room().text(),
                "bindAddress",
                        configuration
                                .bindAddress()
                                .map(InetAddress::getHostAddress)
                                .orElse(null),
                "bindPort",
                        configuration.bindPort().isPresent()
                                ? configuration.bindPort().getAsInt()
                                : null,
                "protocols",
                        configuration.stack().protocols().stream()
                                .map(protocol ->
                                        Reply.row("protocol", protocol.name(), "attributes", protocol.attributes()))
                                .toList());
    }
}
