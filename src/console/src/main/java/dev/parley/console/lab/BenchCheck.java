package dev.parley.console.lab;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.CommandException;
import dev.parley.lab.DeliveryCheck;
import dev.parley.lab.DeliveryReport;
import dev.parley.lab.FinalLog;
import dev.parley.lab.LabException;
import dev.parley.lab.MessageId;
import dev.parley.lab.PeerAccount;
import dev.parley.lab.RunAccount;
import dev.parley.lab.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The delivery check over a lab and the session that it belongs to. Confined to the console thread. */
final class BenchCheck {
    /** Newcomers get so many messages of before. */
    private static final int NEWCOMER_HISTORY = 1_000;

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration REPAIR = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Session session;
    private final LabBench bench;

    BenchCheck(Session session, LabBench bench) {
        this.session = session;
        this.bench = bench;
    }

    /**
     * What was found.
     *
     * @param waited from the last word until nothing was missing any more
     */
    record Result(DeliveryReport report, Duration waited) {}

    /** Waits until all have said what they were told to and all logs are one, not for ever. */
    Result result() throws CommandException, SessionException, InterruptedException {
        List<BenchPeer> survivors = bench.running();
        if (survivors.isEmpty()) throw new CommandException("There is no lab peer running: type lab start 3.");
        for (BenchPeer peer : survivors) peer.requireThawed();
        for (BenchPeer peer : survivors) while (peer.talking()) pause();
        long begin = System.nanoTime();
        long end = begin + REPAIR.toNanos();
        while (true) {
            checkTogether(survivors, end);
            DeliveryReport report = DeliveryCheck.of(accounts(survivors));
            long now = System.nanoTime();
            if (report.passed() || now - end > 0) return new Result(report, Duration.ofNanos(now - begin));
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
    }

    /** Whoever is on another side of a partition has not heard what this side said, and need not have. */
    private void checkTogether(List<BenchPeer> survivors, long end) throws CommandException, InterruptedException {
        while (true) {
            Set<String> here = new HashSet<>(session.roster().names());
            Optional<BenchPeer> apart = survivors.stream()
                    .filter(peer -> !new HashSet<>(peer.process().members()).equals(here))
                    .findFirst();
            if (apart.isEmpty()) return;
            if (System.nanoTime() - end > 0)
                throw new CommandException(
                        "The group is not together: you see %s, and %s sees %s; 'fault heal' ends a partition."
                                .formatted(
                                        String.join(", ", session.roster().names()),
                                        apart.get().name(),
                                        String.join(", ", apart.get().process().members())));
            pause();
        }
    }

    private List<PeerAccount> accounts(List<BenchPeer> survivors) throws CommandException, SessionException {
        int depth = bench.own().count() + NEWCOMER_HISTORY;
        List<PeerAccount> accounts = new ArrayList<>();
        List<String> surviving = LabBench.names(survivors);
        for (String name : bench.witness().names())
            if (!surviving.contains(name)) accounts.add(bench.witness().account(name));
        for (BenchPeer peer : survivors) accounts.add(account(peer, depth));
        List<ChatMessage> log = session.chat().kept(depth);
        accounts.add(bench.own().account(log));
        accounts.add(outsiders(accounts));
        return accounts;
    }

    private PeerAccount account(BenchPeer peer, int depth) throws CommandException {
        try {
            FinalLog log = bench.witness().log(peer.process().run("history " + depth, ANSWER));
            boolean reachesBack =
                    !log.entries().isEmpty() && log.entries().get(0).clock().compareTo(peer.since()) <= 0;
            FinalLog enough = new FinalLog(log.entries(), log.unreadable(), log.cut() && !reachesBack);
            return bench.witness().account(peer.name(), Optional.of(enough), peer.since());
        } catch (LabException e) {
            throw new CommandException(
                    "%s does not tell its log: %s"
                            .formatted(
                                    peer.name(),
                                    e.getMessage().lines().findFirst().orElse("")),
                    e);
        }
    }

    /** Whoever speaks in the room besides the lab may say anything: each of them is taken for one who was told to. */
    private PeerAccount outsiders(List<PeerAccount> accounts) {
        Set<MessageId> ofLab = new HashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        for (PeerAccount account : accounts)
            for (RunAccount run : account.runs())
                run.printed().stream()
                        .filter(RunAccount.Heard::self)
                        .forEach(heard -> ofLab.add(heard.said().id()));
        for (PeerAccount account : accounts) {
            for (RunAccount run : account.runs())
                run.printed().forEach(heard -> addOutsiders(heard.said(), ofLab, texts));
            account.log().ifPresent(log -> log.entries().forEach(said -> addOutsiders(said, ofLab, texts)));
        }
        RunAccount run = new RunAccount(List.of(), List.of(), List.copyOf(texts), List.of(), true, 0);
        return new PeerAccount("others", List.of(run), Optional.empty(), dev.parley.lab.Stamp.ZERO);
    }

    private static void addOutsiders(Said said, Set<MessageId> ofLab, Set<String> texts) {
        if (!ofLab.contains(said.id())) texts.add("msg " + said.text());
    }
}
