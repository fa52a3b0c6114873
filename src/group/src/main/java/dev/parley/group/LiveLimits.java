package dev.parley.group;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jgroups.protocols.FD_SOCK;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FailureDetection;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.VERIFY_SUSPECT;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.stack.Protocol;

/**
 * What JGroups 5.5.7 does not take while a stack runs, and why: it would have no effect, or harm others. Found by reading its
 * sources and by trying. Stateless.
 */
final class LiveLimits {
    /** Attributes that are read once, by protocol and name, and the reason. */
    private record Rule(Pattern attribute, String reason) {
        Rule(String attribute, String reason) {
            this(Pattern.compile("(?:.*\\.)?(?:" + attribute + ")"), reason);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("diag\\..*", "diagnostics would let anybody look into this stack and change it"),
            new Rule("TCPPING\\.return_entire_cache", "a list without the coordinator would split newcomers off"),
            new Rule(
                    ".*\\.(bind|external|client_bind|mcast|diag)_.*|.*\\.(port_range|srv_port|start_port|offset)",
                    "sockets are opened with it when the group is joined"),
            new Rule(
                    ".*\\.(recv_buf_size|send_buf_size|.*_recv_buf_size|.*_send_buf_size|linger|tcp_nodelay|reuse_addr|ip_ttl|ip_mcast|tos"
                            + "|max_length|peer_addr_read_timeout|max_send_buffers|buffered_.*_stream_size|use_acks|non_blocking_sends)",
                    "connections take it when they are made"),
            new Rule(
                    "FD_(ALL|ALL2|ALL3|HOST)\\.(timeout|interval|num_timeouts|.*check_interval)",
                    "its timers keep the values that they were started with"),
            new Rule(
                    "(pbcast\\.NAKACK2|NAKACK[34]|UNICAST[34])\\.xmit_interval",
                    "its timer keeps the value that it was started with"),
            new Rule(
                    "(UFC|MFC|UFC_NB|MFC_NB)\\.(max_credits|min_threshold|min_credits)",
                    "members agree on credits when they meet"),
            new Rule(
                    ".*\\.(bundler_type|bundler\\.(capacity|max_size|use_single_sender_thread|use_ringbuffer|num_spins|wait_strategy)|message_processing_policy"
                            + "|use_virtual_threads|use_fibers|.*thread_pool\\.(enabled|use_.*)|xmit_table_.*|.*\\.capacity|capacity|use_mcast_xmit|msg_factory_class)",
                    "it is built into the stack when that is made"),
            new Rule(
                    "(ASYM_ENCRYPT|SYM_ENCRYPT|SSL_KEY_EXCHANGE|DH_KEY_EXCHANGE|AUTH|.*\\.tls)\\..*",
                    "keys are set up when the group is joined"));

    private static final Set<String> NEVER_LIVE = Set.of("DELAY", "FORK");

    private LiveLimits() {}

    /** Why an attribute cannot be changed while the stack runs: half a sentence; empty if it can. */
    static Optional<String> onSetting(String protocol, String attribute) {
        String full = protocol + "." + attribute;
        return RULES.stream()
                .filter(rule -> rule.attribute.matcher(full).matches())
                .map(Rule::reason)
                .findFirst();
    }

    /** Why a protocol cannot be put into this running stack; half a sentence. */
    static Optional<String> onInserting(Protocol protocol, List<Protocol> running, boolean alone) {
        String name = StackShape.nameOf(protocol);
        if (protocol instanceof TP) return Optional.of("a stack has one transport");
        if (running.stream().anyMatch(other -> other.getClass() == protocol.getClass()))
            return Optional.of("it is there already");
        if (name.equals("DELAY")) return Optional.of("it keeps a processor busy, also after it was taken out");
        if (NEVER_LIVE.contains(name)) return Optional.of("it works only from the start");
        if (alone || StackShape.isSilent(protocol) || protocol instanceof MERGE3) return Optional.empty();
        if (!isWatcher(protocol)) return Optional.of("the other members have none and would not understand this one");
        if (protocol instanceof FailureDetection && running.stream().noneMatch(LiveLimits::isVerifier))
            return Optional.of("without VERIFY_SUSPECT2 it would put out all members that send it no heartbeats");
        return Optional.empty();
    }

    /** Why a protocol cannot be taken out of this running stack; half a sentence. */
    static Optional<String> onRemoving(Protocol protocol, List<Protocol> running, boolean alone) {
        if (protocol instanceof TP) return Optional.of("without a transport nothing is sent");
        List<String> needing = running.stream()
                .filter(other -> other != protocol && needs(other, protocol, running))
                .map(StackShape::nameOf)
                .toList();
        if (!needing.isEmpty())
            return Optional.of(String.join(" and ", needing) + (needing.size() == 1 ? " needs it" : " need it"));
        if (StackShape.isSilent(protocol) || isWatcher(protocol) || protocol instanceof MERGE3) return Optional.empty();
        if (isBase(protocol)) return Optional.of("a group does not work without it");
        return alone ? Optional.empty() : Optional.of("the other members rely on this one having it");
    }

    private static boolean needs(Protocol needing, Protocol removed, List<Protocol> running) {
        return lacks(needing.requiredDownServices(), removed.providedUpServices(), others(removed, running), true)
                || lacks(needing.requiredUpServices(), removed.providedDownServices(), others(removed, running), false);
    }

    private static List<Protocol> others(Protocol removed, List<Protocol> running) {
        return running.stream().filter(protocol -> protocol != removed).toList();
    }

    /** Whether something required is provided by nobody but the one removed. */
    private static boolean lacks(
            List<Integer> required, List<Integer> provided, List<Protocol> others, boolean fromBelow) {
        if (required == null || provided == null) return false;
        return required.stream()
                .filter(provided::contains)
                .anyMatch(service -> others.stream()
                        .map(other -> fromBelow ? other.providedUpServices() : other.providedDownServices())
                        .noneMatch(services -> services != null && services.contains(service)));
    }

    private static boolean isBase(Protocol protocol) {
        return protocol.getClass().getSimpleName().matches("GMS|NAKACK\\d|UNICAST\\d");
    }

    private static boolean isVerifier(Protocol protocol) {
        return protocol instanceof VERIFY_SUSPECT2 || protocol instanceof VERIFY_SUSPECT;
    }

    private static boolean isWatcher(Protocol protocol) {
        return isVerifier(protocol)
                || protocol instanceof FailureDetection
                || protocol instanceof FD_SOCK
                || protocol instanceof FD_SOCK2;
    }
}
