package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.bootstrap.server.StoreFullException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Lets changes of one room that arrive while another one of that room is being kept share the next transaction, so that many
 * clients at once wait for few commits, and no instance of the service queues against itself in the database. Any thread.
 */
final class SharedTransactions {
    /** More than there are connections to a database, so that rooms seldom wait for each other. */
    private static final int LANES = 64;

    /** Changes a room of the database as one transaction. */
    @FunctionalInterface
    interface Transaction {
        /**
         * Returns when the change is kept.
         *
         * @param change may be applied more than once; the last time counts
         */
        void run(String room, UnaryOperator<Room> change) throws StoreException;
    }

    private final Transaction transaction;
    private final int maxPeers;
    private final List<Lane> lanes =
            IntStream.range(0, LANES).mapToObj(lane -> new Lane()).toList();

    /** @param maxPeers a change that lists further ones beyond these fails alone, whatever shares its transaction */
    SharedTransactions(Transaction transaction, int maxPeers) {
        this.transaction = transaction;
        this.maxPeers = maxPeers;
    }

    /** Returns when the change is kept. */
    Room update(String room, UnaryOperator<Room> change) throws StoreException {
        Waiting mine = new Waiting(room, change);
        Lane lane = lane(room);
        lane.waiting.add(mine);
        lane.lock.lock();
        try {
            if (!mine.done) keep(lane.take(room));
        } finally {
            lane.lock.unlock();
        }
        return mine.result();
    }

    /** How many changes of a room wait for a transaction. */
    long waiting(String room) {
        return lane(room).waiting.stream()
                .filter(each -> each.room.equals(room))
                .count();
    }

    private Lane lane(String room) {
        return lanes.get(Math.floorMod(room.hashCode(), LANES));
    }

    private void keep(List<Waiting> together) {
        try {
            run(together);
        } catch (StoreFullException e) {
            if (together.size() == 1) together.get(0).fail(e);
            else together.forEach(each -> keep(List.of(each)));
        } catch (StoreException e) {
            together.forEach(each -> each.fail(e));
        } catch (RuntimeException | Error e) {
            together.forEach(each -> each.fail(new StoreException("the service failed; its log says why", e)));
            throw e;
        }
    }

    private void run(List<Waiting> together) throws StoreException {
        transaction.run(together.get(0).room, before -> {
            Room room = before;
            for (Waiting each : together) room = each.applyTo(room, maxPeers);
            return room;
        });
        together.forEach(each -> each.done = true);
    }

    /** The rooms of one part of the hash table; the lock guards whatever is done for them. */
    private static final class Lane {
        private final Lock lock = new ReentrantLock();
        private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

        private List<Waiting> take(String room) {
            List<Waiting> taken = new ArrayList<>();
            for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
                Waiting next = each.next();
                if (!next.room.equals(room)) continue;
                taken.add(next);
                each.remove();
            }
            return taken;
        }
    }

    /** A change and what has become of it. Guarded by the lock of its lane. */
    private static final class Waiting {
        private final String room;
        private final UnaryOperator<Room> change;
        private boolean done;
        private Room after;
        private StoreException failure;
        private RuntimeException fault;

        private Waiting(String room, UnaryOperator<Room> change) {
            this.room = room;
            this.change = change;
        }

        private Room applyTo(Room before, int maxPeers) {
            failure = null;
            fault = null;
            try {
                after = change.apply(before);
            } catch (RuntimeException e) {
                fault = e;
                return before;
            }
            int size = after.peers().size();
            if (size <= maxPeers || size <= before.peers().size()) return after;
            failure = StoreFullException.ofPeers(maxPeers);
            return before;
        }

        private void fail(StoreException cause) {
            done = true;
            failure = cause;
        }

        /** A failure is made anew for each of those who share it, with the stack of whoever gets it. */
        private Room result() throws StoreException {
            if (fault != null) throw fault;
            if (failure instanceof StoreFullException) throw new StoreFullException(failure.getMessage());
            if (failure != null) throw new StoreException(failure.getMessage(), failure);
            return after;
        }
    }
}
