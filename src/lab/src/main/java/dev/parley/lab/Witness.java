package dev.parley.lab;

import dev.parley.lab.RunAccount.Heard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens to peers from their start on and keeps of what they write what a {@link DeliveryCheck} needs: each message once,
 * however many print it. Thread-safe.
 */
public final class Witness {
    private final Map<String, List<RunRecorder>> runs = new LinkedHashMap<>();
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    /**
     * Listens to another process of the peer of that name.
     *
     * @throws LabException if the peer has written so much already that the first of it is forgotten
     */
    public void follow(LabPeer peer) {
        RunRecorder run = new RunRecorder();
        synchronized (runs) {
            runs.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(run);
        }
        peer.listen(run);
    }

    /** Reads what {@code history N} has answered. */
    public FinalLog log(PeerOutput.Result history) {
        if (!history.ok()) throw new LabException("'%s' failed: %s".formatted(history.command(), history.error()));
        List<Said> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Map<String, Object> row : history.rows()) {
            try {
                entries.add(said(text(row, "id"), text(row, "clock"), text(row, "kind"), text(row, "text")));
            } catch (IllegalArgumentException e) {
                unreadable.add(row.toString());
            }
        }
        String asked = history.command().strip().replaceFirst("^history\\s+", "");
        return new FinalLog(entries, unreadable, history.rows().size() >= Integer.parseInt(asked));
    }

    private static String text(Map<String, Object> row, String key) {
        if (row.get(key) instanceof String text) return text;
        throw new IllegalArgumentException("no " + key);
    }

    /** What a peer has written up to now, if it does not survive. All lines it was given should be answered by then. */
    public PeerAccount account(String name) {
        return account(name, Optional.empty(), Stamp.ZERO);
    }

    /** What a survivor has written up to now, with its log, complete from its beginning. */
    public PeerAccount account(String name, FinalLog log) {
        return account(name, Optional.of(log), Stamp.ZERO);
    }

    /** What a peer has written up to now; see {@link PeerAccount}. */
    public PeerAccount account(String name, Optional<FinalLog> log, Stamp completeFrom) {
        List<RunRecorder> ofPeer;
        synchronized (runs) {
            ofPeer = List.copyOf(runs.getOrDefault(name, List.of()));
        }
        return new PeerAccount(name, ofPeer.stream().map(RunRecorder::account).toList(), log, completeFrom);
    }

    /** The names of all peers listened to. */
    public List<String> names() {
        synchronized (runs) {
            return List.copyOf(runs.keySet());
        }
    }

    private Said said(String id, String clock, String kind, String text) {
        Said fresh = new Said(MessageId.parse(id), Stamp.parse(clock), kind, text);
        Said kept = said.computeIfAbsent(id, any -> fresh);
        return kept.equals(fresh) ? kept : fresh;
    }

    /** One process. */
    private final class RunRecorder implements PeerListener {
        private final List<Heard> printed = new ArrayList<>();
        private final List<String> accepted = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();
        private List<String> unanswered = List.of();
        private String lastState = "";
        private boolean lastLineUnreadable;
        private boolean ended;
        private int views;

        @Override
        public synchronized void heard(PeerOutput output) {
            lastLineUnreadable = false;
            if (output instanceof PeerOutput.Message message) hear(message);
            else if (output instanceof PeerOutput.Result result && result.ok()) accepted.add(result.command());
            else if (output instanceof PeerOutput.State state) lastState = state.state();
            else if (output instanceof PeerOutput.View) views++;
            else if (output instanceof PeerOutput.Unknown unknown) unreadable.add(unknown.json());
        }

        private void hear(PeerOutput.Message message) {
            try {
                Said one = said(message.id(), message.clock(), message.kind(), message.text());
                printed.add(new Heard(one, message.self(), message.late()));
            } catch (IllegalArgumentException e) {
                unreadable.add(message.toString());
            }
        }

        @Override
        public synchronized void unreadable(String line) {
            lastLineUnreadable = true;
            unreadable.add(line);
        }

        @Override
        public synchronized void ended(List<String> commands) {
            unanswered = List.copyOf(commands);
            ended = true;
            if (died() && lastLineUnreadable) unreadable.remove(unreadable.size() - 1);
        }

        private boolean died() {
            return ended && !lastState.equals("left");
        }

        private synchronized RunAccount account() {
            return new RunAccount(printed, accepted, unanswered, unreadable, died(), views);
        }
    }
}
