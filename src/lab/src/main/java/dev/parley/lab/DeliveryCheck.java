package dev.parley.lab;

import dev.parley.lab.Finding.Kind;
import dev.parley.lab.MessageId.AuthorRun;
import dev.parley.lab.RunAccount.Heard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves from what peers wrote that a room's chat lost, doubled and shuffled nothing. A survivor is a peer that takes part in
 * the chat at the end, however often it died before. What it proves:
 *
 * <ul>
 *   <li>What a survivor has printed, has in its log, or was told is said, is in the log of every survivor. So what somebody
 *       said who did not survive, all have or none.
 *   <li>No process prints a message twice, no log has one twice.
 *   <li>What one author said stands in its order: as it was printed, unless marked late, and in each log.
 *   <li>All logs are one, ordered by clock, author, number.
 *   <li>Nobody prints or keeps what nobody was told to say, and everybody prints the same.
 * </ul>
 *
 * <p>Everybody who speaks in the room must have an account, and all lines must have been given through a {@link LabPeer}.
 * Direct messages are only checked for being printed once and in order.
 */
public final class DeliveryCheck {
    private final Findings findings = new Findings();
    private final List<PeerAccount> peers;
    /** The first witness of each message, direct ones aside. */
    private final Map<MessageId, Said> known = new HashMap<>();

    private long printed;
    private long late;
    private long direct;

    private DeliveryCheck(List<PeerAccount> peers) {
        this.peers = peers;
    }

    /**
     * Checks all of it.
     *
     * @param peers one account for each name
     */
    public static DeliveryReport of(List<PeerAccount> peers) {
        return new DeliveryCheck(List.copyOf(peers)).report();
    }

    private DeliveryReport report() {
        for (PeerAccount peer : peers) for (RunAccount run : peer.runs()) checkRun(peer.name(), run);
        LogCheck logs = new LogCheck(findings);
        for (PeerAccount peer : peers)
            peer.log().ifPresent(log -> {
                logs.check(peer.name(), log);
                log.entries().forEach(said -> witness(peer.name(), said));
            });
        logs.compare(peers);
        checkOrigin();
        return new DeliveryReport(findings.kept(), findings.counts(), counts());
    }

    private void checkRun(String peer, RunAccount run) {
        for (String line : run.unreadable())
            findings.add(Kind.UNREADABLE, peer, line, () -> "%s wrote: %s".formatted(peer, line));
        checkPrinted(peer, run.printed());
        checkOwn(peer, run);
    }

    private void checkPrinted(String peer, List<Heard> all) {
        Set<MessageId> before = new HashSet<>();
        Map<AuthorRun, Said> last = new HashMap<>();
        Map<AuthorRun, Said> lastDirect = new HashMap<>();
        for (Heard heard : all) {
            Said said = heard.said();
            count(heard);
            witness(peer, said);
            if (!before.add(said.id())) {
                findings.add(Kind.DOUBLED, peer, said.id(), () -> "%s printed %s twice".formatted(peer, said));
                continue;
            }
            if (heard.late()) continue;
            Said previous =
                    (said.id().direct() ? lastDirect : last).put(said.id().run(), said);
            if (previous != null && previous.id().number() > said.id().number())
                findings.add(
                        Kind.SWAPPED,
                        peer,
                        said.id(),
                        () -> "%s printed %s after %s of its author".formatted(peer, said, previous));
        }
    }

    private void count(Heard heard) {
        if (heard.said().id().direct()) direct++;
        else {
            printed++;
            if (heard.late()) late++;
        }
    }

    private void witness(String peer, Said said) {
        if (said.id().direct()) return;
        Said first = known.putIfAbsent(said.id(), said);
        if (first != null && !first.equals(said))
            findings.add(
                    Kind.ALTERED,
                    peer,
                    said.id(),
                    () -> "%s has %s (%s), others %s (%s)".formatted(peer, said, said.kind(), first, first.kind()));
    }

    /** Compares what a process was told to say with what it printed as said. */
    private void checkOwn(String peer, RunAccount run) {
        List<Said> own = run.own();
        List<String> accepted = run.acceptedTexts();
        List<String> told = new ArrayList<>(accepted);
        told.addAll(run.unansweredTexts());
        for (int i = 0; i < own.size(); i++) {
            checkNumber(peer, own.get(i), i + 1);
            if (i < told.size() && own.get(i).text().equals(told.get(i))) continue;
            boolean twice = i > 0 && own.get(i - 1).text().equals(own.get(i).text());
            Kind otherwise = i < accepted.size() ? Kind.LOST : Kind.INVENTED;
            reportUnasked(
                    twice ? Kind.DOUBLED : otherwise,
                    peer,
                    own.get(i),
                    i < told.size() ? "was to say '" + told.get(i) + "'" : "was to say nothing more");
            return;
        }
        if (own.size() < accepted.size() && !run.died()) reportUnprinted(peer, accepted.get(own.size()));
    }

    private void checkNumber(String peer, Said said, long place) {
        if (said.id().number() != place)
            findings.add(
                    Kind.SWAPPED,
                    peer,
                    said.id(),
                    () -> "%s printed %s as number %d of what it said".formatted(peer, said, place));
    }

    private void reportUnasked(Kind kind, String peer, Said said, String instead) {
        findings.add(kind, peer, said.id(), () -> "%s said %s and %s".formatted(peer, said, instead));
    }

    private void reportUnprinted(String peer, String text) {
        findings.add(
                Kind.LOST,
                peer,
                text,
                () -> "%s was told that '%s' is said, and never printed it".formatted(peer, text));
    }

    /** A message comes from the process that said it, or from one that died before it could print it. */
    private void checkOrigin() {
        Map<AuthorRun, RunAccount> owners = new HashMap<>();
        Set<String> lastWords = new HashSet<>();
        Set<MessageId> said = new HashSet<>();
        for (PeerAccount peer : peers)
            for (RunAccount run : peer.runs()) {
                run.key().ifPresent(key -> owners.put(key, run));
                run.own().forEach(own -> said.add(own.id()));
                if (run.died() && run.key().isEmpty()) {
                    lastWords.addAll(run.acceptedTexts());
                    lastWords.addAll(run.unansweredTexts());
                }
            }
        for (Said message : known.values()) {
            if (said.contains(message.id())) continue;
            RunAccount owner = owners.get(message.id().run());
            boolean possible = owner == null
                    ? lastWords.contains(message.text())
                    : owner.died()
                            && (owner.acceptedTexts().contains(message.text())
                                    || owner.unansweredTexts().contains(message.text()));
            if (!possible)
                findings.add(Kind.INVENTED, "", message.id(), () -> "Nobody was told to say %s".formatted(message));
        }
    }

    private DeliveryReport.Counts counts() {
        List<RunAccount> runs =
                peers.stream().flatMap(peer -> peer.runs().stream()).toList();
        return new DeliveryReport.Counts(
                peers.size(),
                (int) peers.stream().filter(PeerAccount::survives).count(),
                runs.size(),
                (int) runs.stream().filter(RunAccount::died).count(),
                runs.stream().mapToInt(RunAccount::views).sum(),
                runs.stream().mapToLong(run -> run.acceptedTexts().size()).sum(),
                known.size(),
                printed,
                late,
                direct);
    }
}
