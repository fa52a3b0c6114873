package dev.parley.chat;

import java.net.InetSocketAddress;

/** How addresses are written: {@code 127.0.0.1:7800}, {@code [::1]:7800}. */
public final class Addresses {
    private Addresses() {}

    public static String text(InetSocketAddress address) {
        String host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
