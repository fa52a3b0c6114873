package dev.parley.chat;

import java.net.InetSocketAddress;
import java.util.Optional;

/** How addresses are written everywhere: {@code 127.0.0.1:7800}, {@code [::1]:7800}. */
public final class Addresses {
    private Addresses() {}

    public static String text(InetSocketAddress address) {
        String host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress().replaceAll("%.*", "");
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** The address, or an empty text. */
    public static String text(Optional<InetSocketAddress> address) {
        return address.map(Addresses::text).orElse("");
    }
}
