package dev.parley.console.group;

import dev.parley.chat.Connection;

/** A configuration's parts as people read them. */
final class ConfigurationText {
    private ConfigurationText() {}

    static String port(Connection.Configuration configuration) {
        if (configuration.bindPort().isEmpty()) return "as the stack file says";
        int port = configuration.bindPort().getAsInt();
        return port == 0 ? "any free one" : String.valueOf(port);
    }

    static String address(Connection.Configuration configuration) {
        return configuration
                .bindAddress()
                .map(address -> address.getHostAddress())
                .orElse("the local address of the route to the bootstrap service");
    }
}
