package dev.parley.console.doctor;

import dev.parley.chat.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What JGroups has complained of, as advice. */
final class JGroupsCheck implements Check {
    private static final String TOPIC = "JGroups";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(
                    "JGRP000006",
                    "somebody connected and was turned away: another version, another program, or a look whether you are there."),
            Map.entry(
                    "JGRP000010", "a peer of another JGroups version sends here: run the same Parley on all machines."),
            Map.entry(
                    "JGRP000011",
                    "somebody who is out of the view still sends; it comes back within seconds, if nothing keeps it apart."),
            Map.entry("JGRP000012", "peers of another room send here: use another list or other ports for it."),
            Map.entry("JGRP000013", "peers of another room send here: use another list or other ports for it."),
            Map.entry("JGRP000014", "the stack file sets something outdated: take it out."),
            Map.entry(
                    "JGRP000015",
                    "the system gives smaller buffers than the stack wants: raise net.core.rmem_max and wmem_max, or ask for less."),
            Map.entry("JGRP000029", "something could not be sent: its receiver is gone, or a firewall is between you."),
            Map.entry("JGRP000030", "something came that is not understood: a stranger, or another protocol stack."),
            Map.entry(
                    "JGRP000032",
                    "a member's address is not known yet; if this goes on, discovery does not work: compare the stacks."),
            Map.entry("JGRP000034", "a connection failed: its other end is gone, or a firewall is between you."),
            Map.entry("JGRP000036", "a connection failed: its other end is gone, or a firewall is between you."),
            Map.entry(
                    "JGRP000037", "the stack wants multicast on a transport without it: set use_mcast_xmit to false."),
            Map.entry("JGRP000038", "a header came that is not known: all must run the same protocol stack."),
            Map.entry(
                    "JGRP000041",
                    "somebody asked for a message that is forgotten: it was away for long, and gets it from the log."),
            Map.entry("JGRP000042", "something came that is not known: all must run the same protocol stack."),
            Map.entry(
                    "JGRP000053",
                    "there are too few threads for all that comes: raise thread_pool.max_threads in the stack."));

    private final Supplier<Map<String, Long>> complaints;

    /** @param complaints how often each code was logged */
    JGroupsCheck(Supplier<Map<String, Long>> complaints) {
        this.complaints = complaints;
    }

    @Override
    public List<Finding> look(Session session) {
        Map<String, Long> counted = complaints.get();
        if (counted.isEmpty()) return List.of(Finding.good(TOPIC, "It has complained of nothing."));
        return counted.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Finding finding(String code, long times) {
        return Finding.note(
                TOPIC,
                "%s (%s): %s"
                        .formatted(
                                code,
                                times == 1 ? "once" : times + " times",
                                ADVICE.getOrDefault(code, "the log has the words.")));
    }
}
