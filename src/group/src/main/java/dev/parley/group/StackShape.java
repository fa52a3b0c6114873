package dev.parley.group;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgroups.protocols.Encrypt;
import org.jgroups.protocols.FlowControl;
import org.jgroups.protocols.UDP;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;

/**
 * What the members of a group must have in common of their running stacks: the protocols that talk to each other, in their
 * order, and the few of their attributes that both sides go by. Everything else is each member's own affair. Stateless.
 */
final class StackShape {
    private static final String PACKAGE = "org.jgroups.protocols.";

    /** They say nothing to other members, or only what Parley never asks for. */
    private static final Set<String> SILENT = Set.of(
            "BARRIER",
            "CLEAR_FLAGS",
            "DELAY",
            "DISCARD",
            "DISCARD_PAYLOAD",
            "DROP",
            "DUPL",
            "FD_HOST",
            "HDRS",
            "INJECT_VIEW",
            "MAKE_BATCH",
            "NON_BLOCKING_SENDS",
            "PDC",
            "RATE",
            "RATE_LIMITER",
            "RATE_LIMITER2",
            "RED",
            "SHUFFLE",
            "SIZE",
            "SIZE2",
            "SNIFF",
            "SOS",
            "STATS",
            "THREAD_COUNT",
            "TIME",
            "TRACE",
            "UNBATCH",
            "UNBATCH_OOB",
            "pbcast.STATE",
            "pbcast.STATE_SOCK",
            "pbcast.STATE_TRANSFER");

    /** Two implementations of one thing. */
    private static final Map<String, String> SAME = Map.of("TCP_NIO2", "TCP");

    private StackShape() {}

    /** A number that is the same for stacks of one shape, on every machine. */
    static long fingerprint(ProtocolStack stack) {
        String text = of(stack).stream().map(line -> line + "\n").collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** One line a protocol, from the transport upwards. */
    static List<String> of(ProtocolStack stack) {
        List<String> lines = new ArrayList<>();
        for (Protocol protocol : protocols(stack)) {
            if (isSilent(protocol)) continue;
            String name = nameOf(protocol);
            lines.add(SAME.getOrDefault(name, name) + agreed(protocol));
        }
        return lines;
    }

    /** The protocols of the user's stack, from the transport upwards. */
    static List<Protocol> protocols(ProtocolStack stack) {
        List<Protocol> protocols = new ArrayList<>(stack.getProtocols());
        Collections.reverse(protocols);
        protocols.removeIf(StackShape::isOurs);
        return protocols;
    }

    /** Whether a member with this protocol gets along with others that have none of it. */
    static boolean isSilent(Protocol protocol) {
        return SILENT.contains(nameOf(protocol));
    }

    /** Whether it is a protocol of this library, and not of the user's stack. */
    static boolean isOurs(Protocol protocol) {
        return protocol.getClass().getName().startsWith("dev.parley.");
    }

    /** As a stack file writes it. */
    static String nameOf(Protocol protocol) {
        String name = protocol.getClass().getName();
        return name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
    }

    private static String agreed(Protocol protocol) {
        if (protocol instanceof FlowControl control)
            return " max_credits=" + control.getMaxCredits() + " min_threshold=" + control.getMinThreshold();
        if (protocol instanceof UDP udp && udp.supportsMulticasting())
            return " mcast=" + udp.getMulticastAddress().getHostAddress() + ":" + udp.getMulticastPort();
        if (protocol instanceof Encrypt<?> encrypt) return " sym_algorithm=" + encrypt.symAlgorithm();
        return "";
    }
}
