package dev.parley.bootstrap;

import java.net.InetSocketAddress;

/**
 * A long-lived peer as the service lists it.
 *
 * @param id unique and stable, 1 to 128 characters
 * @param name what people call it, up to 64 characters; empty if a server left it out
 * @param ip an IPv4 or IPv6 literal without a zone
 * @param port 1 to 65535
 * @param protocol the transport, up to 16 characters, for instance {@code tcp}
 * @param status free text of the peer, up to 32 characters; often empty
 * @param timestamp when it registered, in Unix seconds
 */
public record Peer(String id, String name, String ip, int port, String protocol, String status, long timestamp) {
    private static final int FIELDS = 7;

    /**
     * Checks every component; no text may have white space.
     *
     * @throws IllegalArgumentException with half a sentence if one is not as described
     */
    public Peer {
        WireText.require("id", id, 1, 128);
        WireText.require("name", name, 0, 64);
        if (!IpLiteral.isValid(ip))
            throw new IllegalArgumentException("the ip " + WireText.quoted(ip) + IpLiteral.EXPECTED);
        if (port < 1 || port > 65_535)
            throw new IllegalArgumentException("the port " + port + " is not a number from 1 to 65535");
        WireText.require("protocol", protocol, 0, 16);
        WireText.require("status", status, 0, 32);
        if (timestamp < 0) throw new IllegalArgumentException("the timestamp " + timestamp + " is negative");
    }

    /**
     * Reads the line that {@link #toLine()} writes.
     *
     * @throws IllegalArgumentException with one line that says what is wrong, in the reference's words where it has some
     */
    public static Peer parse(String line) {
        WireLine fields = WireLine.parse(line, FIELDS);
        int port = fields.numberBetween(1, 65_535, 3);
        long timestamp = fields.number(6);
        return new Peer(
                fields.text(0), fields.text(1), fields.text(2), port, fields.text(4), fields.text(5), timestamp);
    }

    /** The seven components in their order, separated by one space each, without a line break. */
    public String toLine() {
        return String.join(" ", id, name, ip, Integer.toString(port), protocol, status, Long.toString(timestamp));
    }

    /** Where the peer accepts connections. No name is looked up. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(IpLiteral.parse(ip), port);
    }
}
