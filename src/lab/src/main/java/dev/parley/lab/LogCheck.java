package dev.parley.lab;

import dev.parley.lab.Finding.Kind;
import dev.parley.lab.MessageId.AuthorRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at the logs that the survivors have at the end. Confined to one thread. */
final class LogCheck {
    private final Findings findings;

    LogCheck(Findings findings) {
        this.findings = findings;
    }

    /** One log by itself. */
    void check(String peer, FinalLog log) {
        if (log.cut())
            findings.add(
                    Kind.UNREADABLE,
                    peer,
                    "",
                    () -> "The log of %s may begin before what was asked for: ask for more".formatted(peer));
        for (String row : log.unreadable())
            findings.add(Kind.UNREADABLE, peer, row, () -> "The log of %s has the row %s".formatted(peer, row));
        Set<MessageId> before = new HashSet<>();
        Map<AuthorRun, Said> last = new HashMap<>();
        Said previous = null;
        for (Said said : log.entries()) {
            if (!before.add(said.id())) {
                findings.add(Kind.DOUBLED, peer, said.id(), () -> "The log of %s has %s twice".formatted(peer, said));
                continue;
            }
            if (previous != null && previous.compareTo(said) > 0) reportSwapped(peer, said, previous, "");
            previous = said;
            if (said.id().direct()) continue;
            Said ofAuthor = last.put(said.id().run(), said);
            if (ofAuthor != null && ofAuthor.id().number() > said.id().number())
                reportSwapped(peer, said, ofAuthor, " of its author");
        }
    }

    private void reportSwapped(String peer, Said said, Said previous, String what) {
        findings.add(
                Kind.SWAPPED,
                peer,
                said.id(),
                () -> "The log of %s has %s after %s%s".formatted(peer, said, previous, what));
    }

    /** All logs with each other, and with what their peers have printed. */
    void compare(List<PeerAccount> peers) {
        List<PeerAccount> survivors =
                peers.stream().filter(PeerAccount::survives).toList();
        Map<Said, String> required = required(survivors);
        for (PeerAccount survivor : survivors) checkComplete(survivor, required);
        for (int i = 1; i < survivors.size(); i++) compare(survivors.get(0), survivors.get(i));
    }

    /** What every survivor must have, and where it was seen. */
    private static Map<Said, String> required(List<PeerAccount> survivors) {
        Map<Said, String> required = new TreeMap<>();
        for (PeerAccount survivor : survivors) {
            for (RunAccount run : survivor.runs())
                run.printed().forEach(heard -> required.putIfAbsent(heard.said(), survivor.name() + " printed"));
            entries(survivor).forEach(said -> required.putIfAbsent(said, survivor.name() + " has in its log"));
        }
        required.keySet().removeIf(said -> said.id().direct());
        return required;
    }

    private void checkComplete(PeerAccount survivor, Map<Said, String> required) {
        Set<MessageId> held = new HashSet<>();
        entries(survivor).forEach(said -> held.add(said.id()));
        required.forEach((said, witness) -> {
            if (said.clock().compareTo(survivor.completeFrom()) >= 0 && !held.contains(said.id()))
                findings.add(
                        Kind.LOST,
                        survivor.name(),
                        said.id(),
                        () -> "%s lacks %s, which %s".formatted(survivor.name(), said, witness));
        });
    }

    private void compare(PeerAccount one, PeerAccount other) {
        Stamp from = one.completeFrom().compareTo(other.completeFrom()) > 0 ? one.completeFrom() : other.completeFrom();
        List<Said> first = everybodys(one, from);
        List<Said> second = everybodys(other, from);
        int common = Math.min(first.size(), second.size());
        int same = 0;
        while (same < common && first.get(same).equals(second.get(same))) same++;
        if (same == Math.max(first.size(), second.size())) return;
        int place = same;
        findings.add(
                Kind.DIVERGING,
                other.name(),
                at(second, place),
                () -> "The logs of %s and %s differ from place %d on: %s there, %s here"
                        .formatted(one.name(), other.name(), place + 1, at(first, place), at(second, place)));
    }

    private static Object at(List<Said> log, int place) {
        return place < log.size() ? log.get(place) : "nothing more";
    }

    private static List<Said> everybodys(PeerAccount survivor, Stamp from) {
        return entries(survivor).stream()
                .filter(said -> !said.id().direct() && said.clock().compareTo(from) >= 0)
                .toList();
    }

    private static List<Said> entries(PeerAccount survivor) {
        return survivor.log().orElseThrow().entries();
    }
}
