package dev.parley.bootstrap.cloud;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.PeerStore;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.bootstrap.server.StoreFullException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Keeps each room as one document of Firestore, and each change as one transaction, so that any number of instances of a function
 * share them. A document holds {@link RoomDocument#MAX_PEERS} peers, fewer than the wire contract allows.
 *
 * <p>Only if an answer of Firestore does not come in time nobody can know whether the change was kept, and the exception says so.
 * Every operation of the service may be repeated then.
 */
public final class FirestorePeerStore implements PeerStore {
    private static final Logger LOG = LogManager.getLogger();
    private static final String ROOMS = "parley-rooms";
    private static final int ATTEMPTS = 20;
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final Firestore firestore;
    private final Room untouched;
    private final SharedTransactions updates = new SharedTransactions(this::change, RoomDocument.MAX_PEERS);
    private volatile boolean closed;

    /**
     * Asks nothing yet.
     *
     * @param firestore closed with this store
     * @param defaults the configuration of a room that nobody has touched
     */
    public FirestorePeerStore(Firestore firestore, BootstrapConfig defaults) {
        this.firestore = firestore;
        this.untouched = Room.untouched(defaults);
    }

    @Override
    public Room read(String room) throws StoreException {
        requireOpen();
        return room(result(document(room).get()));
    }

    @Override
    public Room update(String room, UnaryOperator<Room> change) throws StoreException {
        return updates.update(room, change);
    }

    @Override
    public List<String> rooms() throws StoreException {
        requireOpen();
        return result(collection().select("name").get()).getDocuments().stream()
                .map(document -> document.getString("name"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try {
            firestore.close();
        } catch (Exception e) {
            LOG.warn("Firestore could not be closed", e);
        }
    }

    private void change(String name, UnaryOperator<Room> change) throws StoreException {
        requireOpen();
        result(firestore.runTransaction(
                transaction -> {
                    change(transaction, name, change);
                    return name;
                },
                TransactionOptions.createReadWriteOptionsBuilder()
                        .setNumberOfAttempts(ATTEMPTS)
                        .build()));
    }

    /** All reading comes before all writing: Firestore wants it so. */
    private void change(Transaction transaction, String name, UnaryOperator<Room> change) throws Exception {
        DocumentSnapshot stored = transaction.get(document(name)).get();
        Room before = room(stored);
        Room after = change.apply(before);
        if (after.equals(before)) return;
        boolean isKept = !after.equals(untouched);
        if (stored.exists() != isKept) count(transaction, isKept ? 1 : -1);
        if (isKept) transaction.set(document(name), RoomDocument.write(name, after));
        else transaction.delete(document(name));
    }

    /** How many rooms there are stands in a document of its own, so that only those who make or remove one wait for each other. */
    private void count(Transaction transaction, int more) throws Exception {
        DocumentReference counter = firestore.collection("parley-service").document("rooms");
        Long number = transaction.get(counter).get().getLong("number");
        long after = (number == null ? 0 : number) + more;
        if (more > 0 && after > MAX_ROOMS) throw StoreFullException.ofRooms(MAX_ROOMS);
        transaction.set(counter, Map.of("number", Math.max(0, after)));
    }

    private Room room(DocumentSnapshot document) {
        return document.exists() ? RoomDocument.read(document.getData()) : untouched;
    }

    private DocumentReference document(String room) {
        return collection().document(RoomDocument.id(room));
    }

    private CollectionReference collection() {
        return firestore.collection(ROOMS);
    }

    private void requireOpen() throws StoreException {
        if (closed) throw new StoreException("the service is stopping");
    }

    private <T> T result(ApiFuture<T> future) throws StoreException {
        try {
            return future.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof StoreFullException full) throw full;
            LOG.error("Firestore has failed", e);
            throw new StoreException("the service cannot use Firestore at the moment; try again", e);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new StoreException("Firestore has not answered in time; the change may be kept or not; try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the service is stopping", e);
        }
    }
}
