package dev.parley.group;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one member brings to a group.
 *
 * @param name its logical name
 * @param group the group's name: only members of one name find each other
 * @param stack the protocol stack
 * @param bindAddress the local address to bind, or empty for what the stack file says
 * @param bindPort the local port to bind, 0 for any free one, or empty for what the stack file says
 */
public record GroupSettings(
        String name, String group, StackFile stack, Optional<InetAddress> bindAddress, OptionalInt bindPort) {
    public GroupSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(bindAddress, "bindAddress");
        Objects.requireNonNull(bindPort, "bindPort");
        if (bindPort.isPresent() && (bindPort.getAsInt() < 0 || bindPort.getAsInt() > 65_535))
            throw new IllegalArgumentException("A port is 0 to 65535: " + bindPort.getAsInt());
    }
}
