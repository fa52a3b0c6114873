package dev.parley.app;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How, where and when a peer connects to its group. */
final class GroupOptions {
    @Option(
            names = "--stack",
            paramLabel = "FILE",
            description = "The JGroups protocol stack: an XML file, or a name in jgroups-config. Default: tcp.")
    private String stack = "tcp";

    @Option(
            names = "--bind-addr",
            paramLabel = "ADDR",
            converter = OptionValues.LocalAddress.class,
            description = "The local address that others reach this peer at."
                    + " Default: that of the route to the bootstrap service.")
    private InetAddress bindAddress;

    @Option(
            names = "--bind-port",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "The local port, 0 for any free one. Default: what the stack file says.")
    private Integer bindPort;

    @Option(names = "--manual", description = "Do not join on start; memberlistjoin or join does.")
    private boolean manual;

    /** A path or a name. */
    String stack() {
        return stack;
    }

    Optional<InetAddress> bindAddress() {
        return Optional.ofNullable(bindAddress);
    }

    OptionalInt bindPort() {
        return bindPort == null ? OptionalInt.empty() : OptionalInt.of(bindPort);
    }

    boolean manual() {
        return manual;
    }
}
