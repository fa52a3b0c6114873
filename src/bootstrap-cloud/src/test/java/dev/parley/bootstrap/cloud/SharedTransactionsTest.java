package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.bootstrap.server.StoreFullException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTransactionsTest {
    private static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger transactions = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean away;
    private final SharedTransactions updates = new SharedTransactions(this::keep, 100);

    @AfterEach
    void stop() {
        open.countDown();
        clients.shutdownNow();
    }

    @Test
    void changesThatArriveMeanwhileShareOneTransactionAndEachGetsItsOwnRoom() throws Exception {
        Future<Room> first = clients.submit(() -> updates.update("lobby", adding("p0")));
        await().until(() -> transactions.get() == 1);
        List<Future<Room>> others = new ArrayList<>();
        for (int i = 1; i < CLIENTS; i++) {
            String id = "p" + i;
            others.add(clients.submit(() -> updates.update("lobby", adding(id))));
        }
        awaitClientsWaiting(CLIENTS - 1);
        open.countDown();

        assertThat(first.get().peers()).containsOnlyKeys("p0");
        List<Integer> sizes = new ArrayList<>();
        for (Future<Room> other : others) sizes.add(other.get().peers().size());
        assertThat(sizes).doesNotHaveDuplicates().allMatch(size -> size > 1 && size <= CLIENTS);
        assertThat(rooms.get("lobby").peers()).hasSize(CLIENTS);
        assertThat(transactions).hasValue(2);
    }

    @Test
    void aChangeThatFailsOrGoesBeyondTheLimitFailsAlone() throws Exception {
        Future<Room> first = clients.submit(() -> updates.update("lobby", adding("p0")));
        await().until(() -> transactions.get() == 1);
        Future<Room> broken = clients.submit(() -> updates.update("lobby", room -> {
            throw new IllegalStateException("broken");
        }));
        Future<Room> large = clients.submit(() -> updates.update("lobby", room -> {
            Room after = room;
            for (int i = 0; i < 101; i++) after = adding("q" + i).apply(after);
            return after;
        }));
        Future<Room> good = clients.submit(() -> updates.update("lobby", adding("good")));
        awaitClientsWaiting(3);
        open.countDown();

        first.get();
        assertThat(good.get().peers()).containsOnlyKeys("p0", "good");
        assertThat(cause(broken)).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThat(cause(large)).isInstanceOf(StoreFullException.class).hasMessageContaining("100 peers");
        assertThat(transactions).hasValue(2);
    }

    @Test
    void whatMakesOneRoomTooManyIsRefusedAndWhatChangesNothingIsNot() throws Exception {
        Future<Room> first = clients.submit(() -> updates.update("full", adding("p0")));
        await().until(() -> transactions.get() == 1);
        Future<Room> nothing = clients.submit(() -> updates.update("full", room -> room));
        Future<Room> second = clients.submit(() -> updates.update("full", adding("p1")));
        awaitClientsWaiting(2);
        open.countDown();

        assertThat(cause(first)).isInstanceOf(StoreFullException.class);
        assertThat(nothing.get().peers()).isEmpty();
        assertThat(cause(second)).isInstanceOf(StoreFullException.class);
    }

    @Test
    void aTransactionThatFailsFailsForAllThatShareItAndTheNextOneWorks() throws Exception {
        open.countDown();
        away = true;
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> updates.update("lobby", adding("p0")))
                .withMessage("away");
        away = false;
        assertThat(updates.update("lobby", adding("p1")).peers()).containsOnlyKeys("p1");
    }

    @Test
    void roomsDoNotWaitForEachOther() throws Exception {
        Future<Room> held = clients.submit(() -> updates.update("lobby", adding("p0")));
        await().until(() -> transactions.get() == 1);
        assertThat(clients.submit(() -> updates.update("fast", adding("p1")))
                        .get(30, TimeUnit.SECONDS)
                        .peers())
                .containsOnlyKeys("p1");
        assertThat(held).isNotDone();
    }

    /** The first transaction of any room but one waits until it is let go; a change is applied twice, as after a conflict. */
    private void keep(String name, UnaryOperator<Room> change) throws StoreException {
        if (transactions.incrementAndGet() == 1 && !name.equals("fast")) awaitOpen();
        if (away) throw new StoreException("away");
        Room before = rooms.getOrDefault(name, Room.untouched(BootstrapConfig.development()));
        assertThat(change.apply(Room.untouched(BootstrapConfig.production()))).isNotNull();
        Room after = change.apply(before);
        if (name.equals("full") && !after.equals(before)) throw StoreFullException.ofRooms(0);
        rooms.put(name, after);
    }

    private void awaitOpen() {
        try {
            assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitClientsWaiting(int number) {
        await().until(() -> updates.waiting("lobby") + updates.waiting("full") == number);
    }

    private static Throwable cause(Future<Room> update) {
        Throwable thrown = catchThrowable(() -> update.get(30, TimeUnit.SECONDS));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        return thrown.getCause();
    }

    private static UnaryOperator<Room> adding(String id) {
        return room -> {
            Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
            peers.put(id, new Peer(id, "n", "127.0.0.1", 7800, "tcp", "", 1));
            return room.with(room.data().withPeers(peers));
        };
    }
}
