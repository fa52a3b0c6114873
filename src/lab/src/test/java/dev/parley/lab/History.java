package dev.parley.lab;

import dev.parley.lab.MessageId.AuthorRun;
import dev.parley.lab.RunAccount.Heard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What peers would have written in an experiment that never took place. Everybody hears what is said at once and nothing goes
 * wrong, until a test makes it go wrong.
 */
final class History {
    final Map<String, Peer> peers = new LinkedHashMap<>();
    private long time = 1_000;

    /** One peer, whose lists a test may change. */
    final class Peer {
        final String name;
        final List<Run> runs = new ArrayList<>();
        final List<Said> log = new ArrayList<>();
        Stamp completeFrom = Stamp.ZERO;
        boolean survives = true;
        boolean cut;

        private Peer(String name) {
            this.name = name;
        }

        Run run() {
            return runs.get(runs.size() - 1);
        }

        /** Says something that all who are there hear. */
        Said says(String text) {
            Said said = new Said(run().nextId(), new Stamp(time++, 0), "text", text);
            run().accepted.add("msg " + text);
            for (Peer peer : peers.values()) if (!peer.run().died) peer.hears(said, peer == this, false);
            return said;
        }

        void hears(Said said, boolean self, boolean late) {
            run().printed.add(new Heard(said, self, late));
            log.add(said);
            log.sort(null);
        }

        /** Dies without a word. */
        void dies() {
            run().died = true;
        }

        void restarts() {
            runs.add(new Run(new AuthorRun(run().key.author(), run().key.incarnation() + 1)));
        }

        /** Forgets a message, as if it had never come. */
        void misses(Said said) {
            log.remove(said);
            runs.forEach(run -> run.printed.removeIf(heard -> heard.said().equals(said)));
        }
    }

    /** One process. */
    static final class Run {
        final AuthorRun key;
        final List<Heard> printed = new ArrayList<>();
        final List<String> accepted = new ArrayList<>();
        final List<String> unanswered = new ArrayList<>();
        final List<String> unreadable = new ArrayList<>();
        boolean died;
        private long number;

        private Run(AuthorRun key) {
            this.key = key;
        }

        MessageId nextId() {
            return new MessageId(key, false, ++number);
        }

        private RunAccount account() {
            return new RunAccount(printed, accepted, unanswered, unreadable, died, 1);
        }
    }

    Peer starts(String name) {
        Peer peer = new Peer(name);
        peer.runs.add(new Run(new AuthorRun(new UUID(7, peers.size()), 1_700_000_000_000L)));
        peers.put(name, peer);
        return peer;
    }

    /** The moment, and a later one next time. */
    Stamp now() {
        return new Stamp(time++, 0);
    }

    DeliveryReport check() {
        return DeliveryCheck.of(peers.values().stream().map(History::account).collect(Collectors.toList()));
    }

    private static PeerAccount account(Peer peer) {
        Optional<FinalLog> log =
                peer.survives ? Optional.of(new FinalLog(peer.log, List.of(), peer.cut)) : Optional.empty();
        return new PeerAccount(peer.name, peer.runs.stream().map(Run::account).toList(), log, peer.completeFrom);
    }
}
