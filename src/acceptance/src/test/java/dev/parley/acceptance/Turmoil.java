package dev.parley.acceptance;

import static org.awaitility.Awaitility.await;

import dev.parley.lab.DeliveryReport;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Peers that talk all the time, and what happens to them: at random moments one is killed and later started again, one stands
 * still for a while, or the network is cut in two and healed. All deeds happen on one thread, and each is printed.
 */
final class Turmoil implements AutoCloseable {
    private static final double SECONDS_BETWEEN_DEEDS = 5;
    private static final double LONGEST_FREEZE = 20;
    private static final double LONGEST_ABSENCE = 10;
    private static final double LONGEST_PARTITION = 30;
    private static final int MOST_FROZEN = 2;
    private static final int FEWEST_RUNNING = 4;

    private static final Duration QUIET = Duration.ofSeconds(10);
    /** Without any cause members compare what they hold every 15 to 45 s. */
    private static final Duration LONGEST_REPAIR = Duration.ofMinutes(3);

    private static final Duration LONGEST_MERGE = Duration.ofMinutes(2);

    private enum Deed {
        KILL,
        FREEZE,
        PARTITION
    }

    private final Stage stage;
    private final Random random;
    private final List<Talker> talkers;
    private final Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
    private final List<Talker> away = new ArrayList<>();
    private final ScheduledExecutorService talk = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService deeds = Executors.newSingleThreadScheduledExecutor();
    private final long start = System.nanoTime();
    private final List<RuntimeException> failures = new ArrayList<>();
    private boolean raging;
    /** A partition begins only when all are together. */
    private Optional<Deed> waiting = Optional.empty();

    private boolean partitioned;

    /** @param rate how many messages each says in a second */
    Turmoil(Stage stage, int peers, double rate, Random random) {
        this.stage = stage;
        this.random = random;
        String[] names = IntStream.rangeClosed(1, peers).mapToObj(i -> "p" + i).toArray(String[]::new);
        talkers = stage.group(names).stream().map(Talker::new).toList();
        startTalking(Math.round(TimeUnit.SECONDS.toNanos(1) / rate));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Who stops talking is seen in the counts.
    private void startTalking(long pauseNanos) {
        for (Talker talker : talkers)
            talk.scheduleAtFixedRate(talker::say, random.nextLong(pauseNanos), pauseNanos, TimeUnit.NANOSECONDS);
    }

    /** Lets things happen for so long. */
    void rage(Duration howLong) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        deeds.execute(() -> {
            raging = true;
            after(SECONDS_BETWEEN_DEEDS, this::act);
        });
        schedule(howLong.toNanos(), () -> {
            raging = false;
            over.countDown();
        });
        over.await();
    }

    /** Ends all faults, and waits until all are together again and have nothing more to say. */
    void calm() {
        CompletableFuture.runAsync(this::mend, deeds).join();
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        List<String> names = talkers.stream().map(Talker::name).toList();
        for (Talker talker : talkers) talker.peer().awaitMembers(names, LONGEST_MERGE);
        tell("all are together again");
        talk.shutdownNow();
        await().atMost(Stage.PATIENCE).until(() -> talkers.stream().allMatch(Talker::allAnswered));
        await().atMost(LONGEST_REPAIR)
                .until(() -> talkers.stream().allMatch(talker -> talker.quietNanos() > QUIET.toNanos()));
        tell("all are quiet");
    }

    /** What the check finds once all logs are equal, or when they have not become so in time. */
    DeliveryReport report() {
        List<LabPeer> survivors = talkers.stream().map(Talker::peer).toList();
        long end = System.nanoTime() + LONGEST_REPAIR.toNanos();
        List<DeliveryReport> last = new ArrayList<>();
        await().atMost(LONGEST_REPAIR.multipliedBy(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(QUIET)
                .until(() -> {
                    last.add(0, stage.delivery(survivors));
                    tell("found " + last.get(0).found());
                    return last.get(0).passed() || System.nanoTime() - end > 0;
                });
        return last.get(0);
    }

    private void act() {
        if (!raging) return;
        Deed deed = waiting.orElseGet(() -> Deed.values()[random.nextInt(Deed.values().length)]);
        boolean done = switch (deed) {
            case KILL -> kill();
            case FREEZE -> freeze();
            case PARTITION -> partition();
        };
        if (done) counts.merge(deed, 1, Integer::sum);
        boolean waits = deed == Deed.PARTITION && !done && !partitioned;
        waiting = waits ? Optional.of(deed) : Optional.empty();
        after(done ? SECONDS_BETWEEN_DEEDS : 1, this::act);
    }

    private boolean kill() {
        List<Talker> able = able();
        if (able.size() <= FEWEST_RUNNING) return false;
        Talker victim = able.get(random.nextInt(able.size()));
        tell("kill " + victim.name());
        victim.dies();
        after(LONGEST_ABSENCE, () -> comeBack(victim));
        return true;
    }

    /** A newcomer is on no side of a partition and would connect them, so it waits. */
    private void comeBack(Talker talker) {
        if (partitioned) away.add(talker);
        else if (!talker.up()) {
            tell("start " + talker.name());
            talker.becomes(stage.start(talker.name()));
        }
    }

    private boolean freeze() {
        List<Talker> able = able();
        long frozen = talkers.stream().filter(Talker::frozen).count();
        if (able.size() <= FEWEST_RUNNING || frozen == MOST_FROZEN) return false;
        Talker victim = able.get(random.nextInt(able.size()));
        tell("freeze " + victim.name());
        victim.freezes();
        after(LONGEST_FREEZE, () -> thaw(victim));
        return true;
    }

    private void thaw(Talker talker) {
        if (!talker.frozen()) return;
        tell("thaw " + talker.name());
        talker.thaws();
    }

    private List<Talker> able() {
        return talkers.stream()
                .filter(talker -> talker.up() && !talker.frozen())
                .toList();
    }

    private boolean partition() {
        boolean allTogether = able().size() == talkers.size()
                && talkers.stream().allMatch(talker -> talker.peer().members().size() == talkers.size());
        if (partitioned || !allTogether) return false;
        List<String> names = new ArrayList<>(talkers.stream().map(Talker::name).toList());
        Collections.shuffle(names, random);
        int cut = 1 + random.nextInt(names.size() - 1);
        String sides =
                String.join(",", names.subList(0, cut)) + " | " + String.join(",", names.subList(cut, names.size()));
        tell("partition " + sides);
        partitioned = true;
        askAll("fault partition " + sides)
                .forEach(answer -> answer.orTimeout(Stage.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .thenAccept(result -> result.error().ifPresent(this::tell))
                        .join());
        after(LONGEST_PARTITION, this::heal);
        return true;
    }

    private void heal() {
        if (!partitioned) return;
        tell("heal");
        askAll("fault heal");
        partitioned = false;
        List<Talker> returning = List.copyOf(away);
        away.clear();
        returning.forEach(this::comeBack);
    }

    /** Who stands still does it later. */
    private List<CompletableFuture<PeerOutput.Result>> askAll(String command) {
        return talkers.stream()
                .filter(Talker::up)
                .map(talker -> talker.peer().send(command))
                .toList();
    }

    private void mend() {
        tell("mend all");
        heal();
        talkers.forEach(this::thaw);
        talkers.stream().filter(talker -> !talker.up()).forEach(this::comeBack);
    }

    /** At a random moment, on average after half of this and at most after all of it. */
    private void after(double longestSeconds, Runnable deed) {
        long delay = Math.round(TimeUnit.SECONDS.toNanos(1) * longestSeconds);
        schedule(1 + random.nextLong(delay), deed);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A deed that fails is kept and ends the test.
    private void schedule(long nanos, Runnable deed) {
        deeds.schedule(() -> attempt(deed), nanos, TimeUnit.NANOSECONDS);
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            tell("failed: " + e);
            failures.add(e);
        }
    }

    private void tell(String what) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }

    @Override
    public String toString() {
        return "%d peers, %s"
                .formatted(
                        talkers.size(),
                        counts.entrySet().stream()
                                .map(count -> count.getKey() + " " + count.getValue() + " times")
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        talk.shutdownNow();
        deeds.shutdownNow();
    }
}
