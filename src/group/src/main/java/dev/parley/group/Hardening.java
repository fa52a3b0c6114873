package dev.parley.group;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jgroups.protocols.BasicTCP;
import org.jgroups.protocols.FD_SOCK;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FlowControl;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.VERIFY_SUSPECT;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.util.Util;

/**
 * What a stack really runs with: its protocols with placeholders filled in and changed where JGroups' defaults lose
 * messages, stall or let strangers in, and a sentence for each change. Works on any stack; the numbers come from
 * measurements of JGroups 5.5.7.
 */
final class Hardening {
    /** The payload size down to which a flood must not overflow the bundler's queue. */
    static final int SMALLEST_PAYLOAD = 31;

    private static final long PEER_ADDRESS_TIMEOUT_MILLIS = 300;
    private static final long DEFAULT_MAX_LENGTH = 1_000_000;

    /** They need message types that deserialize what strangers send, or open channels of their own. */
    private static final Map<String, String> REFUSED = Map.of(
            "BATCH2", "sends batches that are unpacked before anything checks them",
            "RELAY2", "opens channels of its own that nothing hardens",
            "RELAY3", "sends objects that are unpacked before anything checks them",
            "STOMP", "lets strangers speak for this member");

    private static final Set<String> QUEUEING_BUNDLERS = Set.of("pd", "per-destination", "transfer-queue");

    private final List<StackFile.Protocol> protocols = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final InetAddress bindAddress;

    private Hardening(InetAddress bindAddress) {
        this.bindAddress = bindAddress;
    }

    /**
     * @param bindAddress the only local address that anything in the stack may listen on
     * @throws StackFileException if a protocol of the stack cannot be made safe
     */
    static Hardening of(StackFile stack, InetAddress bindAddress) throws StackFileException {
        Hardening hardening = new Hardening(bindAddress);
        for (StackFile.Protocol protocol : stack.protocols()) {
            String reason =
                    REFUSED.get(protocol.name().substring(protocol.name().lastIndexOf('.') + 1));
            if (reason != null)
                throw new StackFileException(stack.name() + ": " + protocol.name() + " cannot be used in Parley: it "
                        + reason + "; take it out of the stack.");
            hardening.protocols.add(effective(protocol));
        }
        hardening.hardenTransport();
        hardening.hardenDiscovery();
        hardening.hardenFailureDetection();
        return hardening;
    }

    /** From the transport upwards, every value final. */
    List<StackFile.Protocol> protocols() {
        return List.copyOf(protocols);
    }

    /** What was changed, one sentence each. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private static StackFile.Protocol effective(StackFile.Protocol written) {
        StackFile.Protocol effective = new StackFile.Protocol(written.name(), Map.of());
        for (Map.Entry<String, String> attribute : written.attributes().entrySet()) {
            // JGroups takes a backslash as an escape of the next character.
            String value = Placeholders.substitute(attribute.getValue()).replaceAll("\\\\(.?)", "$1");
            if (!value.isEmpty() || !attribute.getValue().contains("${"))
                effective = effective.with(attribute.getKey(), value);
        }
        return effective;
    }

    private void hardenTransport() {
        protocols.set(0, transport().with("bind_addr", bindAddress.getHostAddress()));
        if (!value(0, "diag.enabled", "true").equalsIgnoreCase("false"))
            change(0, "diag.enabled", "false", "anybody could read and change attributes through it");
        String bundler = value(0, "bundler_type", "per-destination");
        if (QUEUEING_BUNDLERS.contains(bundler)) {
            raiseBundlerCapacity();
            if (!bundler.equals("transfer-queue")
                    && !value(0, "bundler.use_single_sender_thread", "true").equalsIgnoreCase("false"))
                change(0, "bundler.use_single_sender_thread", "false", "one dead address would stall all others");
        }
        if (isA(0, BasicTCP.class)) boundConnections();
    }

    private void raiseBundlerCapacity() {
        long credits = 0;
        for (int i = 1; i < protocols.size(); i++)
            if (isA(i, FlowControl.class)) credits = Math.max(credits, bytes(i, "max_credits", 5_000_000));
        long needed = (credits + SMALLEST_PAYLOAD - 1) / SMALLEST_PAYLOAD;
        if (bytes(0, "bundler.capacity", 16_384) < needed)
            change(0, "bundler.capacity", String.valueOf(needed), "a flood of small messages would be dropped");
    }

    private void boundConnections() {
        if (bytes(0, "max_length", 0) == 0) {
            long longest = Math.max(DEFAULT_MAX_LENGTH, 2 * bytes(0, "bundler.max_size", 64_000));
            change(0, "max_length", String.valueOf(longest), "a stranger could claim a message of any length");
        }
        if (millis(0, "peer_addr_read_timeout", 1_000) > PEER_ADDRESS_TIMEOUT_MILLIS)
            change(
                    0,
                    "peer_addr_read_timeout",
                    String.valueOf(PEER_ADDRESS_TIMEOUT_MILLIS),
                    "connections that say nothing would keep newcomers waiting");
        boolean verified = indexOf(VERIFY_SUSPECT2.class)
                .or(() -> indexOf(VERIFY_SUSPECT.class))
                .isPresent();
        if (verified && !value(0, "enable_suspect_events", "false").equalsIgnoreCase("true"))
            change(0, "enable_suspect_events", "true", "a member that dies is noticed when its connection breaks");
    }

    private void hardenDiscovery() {
        indexOf(TCPPING.class).ifPresent(i -> {
            if (!value(i, "return_entire_cache", "false").equalsIgnoreCase("true"))
                change(i, "return_entire_cache", "true", "a list without the coordinator would split newcomers off");
        });
    }

    private void hardenFailureDetection() {
        String address = bindAddress.getHostAddress();
        indexOf(FD_SOCK.class).ifPresent(i -> bind(i, address));
        indexOf(FD_SOCK2.class).ifPresent(i -> {
            bind(i, address);
            if (bytes(i, "offset", 0) <= bytes(0, "port_range", 10))
                change(i, "offset", "1000", "its ports would collide with those of other members' transports");
        });
    }

    private void bind(int index, String address) {
        boolean wildcard = !protocols.get(index).attributes().containsKey("bind_addr");
        if (wildcard) change(index, "bind_addr", address, "it would listen on every address of this machine");
        else protocols.set(index, protocols.get(index).with("bind_addr", address));
    }

    private StackFile.Protocol transport() {
        return protocols.get(0);
    }

    private void change(int index, String attribute, String value, String why) {
        StackFile.Protocol protocol = protocols.get(index);
        String before = protocol.attributes().get(attribute);
        protocols.set(index, protocol.with(attribute, value));
        sentences.add(protocol.name() + "." + attribute + " is " + value
                + (before == null ? ": " : " instead of " + before + ": ") + why + ".");
    }

    private Optional<Integer> indexOf(Class<?> type) {
        for (int i = 0; i < protocols.size(); i++) if (isA(i, type)) return Optional.of(i);
        return Optional.empty();
    }

    private boolean isA(int index, Class<?> type) {
        return ProtocolCatalog.find(protocols.get(index).name())
                .filter(type::isAssignableFrom)
                .isPresent();
    }

    private String value(int index, String attribute, String otherwise) {
        return protocols.get(index).attributes().getOrDefault(attribute, otherwise);
    }

    private long bytes(int index, String attribute, long otherwise) {
        return Util.readBytesLong(value(index, attribute, String.valueOf(otherwise)));
    }

    private long millis(int index, String attribute, long otherwise) {
        return Util.readDurationLong(value(index, attribute, String.valueOf(otherwise)), TimeUnit.MILLISECONDS);
    }
}
