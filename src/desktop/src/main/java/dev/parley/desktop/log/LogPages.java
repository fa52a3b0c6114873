package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Brings the pieces of the room's log that are asked for among the rows, by one request at a time; what is said meanwhile is
 * not lost. JavaFX thread.
 */
final class LogPages {
    static final String LOADING = "Loading older messages...";
    static final String BEGINNING = "This is the beginning of what is kept.";

    /** How many come at once for someone who scrolls. */
    static final int PAGE = 500;

    /** How many come at once for someone who enters the room, or goes back to the newest. */
    static final int NEWEST = 1_000;

    private static final Logger LOG = LogManager.getLogger();

    private final LogRows rows;
    private final LogSource source;
    private final Executor fxThread;
    private final Function<ChatMessage, MessageRow> asRow;
    private final Consumer<LogRows.Change> changed;
    private final ReadOnlyStringWrapper top = new ReadOnlyStringWrapper("");
    private final List<ChatMessage> meanwhile = new ArrayList<>();
    private boolean begun;
    private boolean beginAgain;
    private Object request;

    /** @param changed told what has become of the rows */
    LogPages(
            LogRows rows,
            LogSource source,
            Executor fxThread,
            Function<ChatMessage, MessageRow> asRow,
            Consumer<LogRows.Change> changed) {
        this.rows = rows;
        this.source = source;
        this.fxThread = fxThread;
        this.asRow = asRow;
        this.changed = changed;
    }

    /** What stands above the first row; may be empty. */
    ReadOnlyStringProperty topProperty() {
        return top.getReadOnlyProperty();
    }

    boolean isLoadingOlder() {
        return top.get().equals(LOADING);
    }

    /** Begins another room's log. */
    void clear() {
        request = null;
        begun = false;
        beginAgain = false;
        meanwhile.clear();
        rows.clear();
        top.set("");
    }

    /** Brings what is kept of the room, unless that has been done; what fails is tried again with the next call. */
    void begin() {
        if (begun) return;
        if (request != null) {
            beginAgain = true;
            return;
        }
        beginAgain = false;
        ask(() -> source.newest(NEWEST), this::begun, this::notBegun);
    }

    private void begun(List<ChatMessage> answer) {
        begun = true;
        tell(rows.addOlder(rowsOf(answer), answer.size() == NEWEST));
    }

    private void notBegun(String why) {
        LOG.debug("no history yet: {}", why);
        if (beginAgain) begin();
    }

    /** Takes in what of this has its place among the rows. */
    LogRows.Change add(List<MessageRow> messages, boolean keepsOldest) {
        List<MessageRow> here = messages;
        if (rows.startCut() || rows.endCut()) {
            here = messages.stream().filter(row -> rows.covers(row.message())).toList();
            if (request != null && here.size() < messages.size()) remember(messages);
        }
        LogRows.Change change = rows.add(here, keepsOldest);
        if (rows.startCut()) forgetBeginning();
        return change;
    }

    private void tell(LogRows.Change change) {
        if (rows.startCut()) forgetBeginning();
        changed.accept(change);
    }

    /** Of more than the rows can hold only the last are needed. */
    private void remember(List<MessageRow> messages) {
        messages.forEach(row -> meanwhile.add(row.message()));
        int excess = meanwhile.size() - ChatLogModel.CAPACITY;
        if (excess > 0) meanwhile.subList(0, excess).clear();
    }

    /** Others have come, who may have older messages. */
    void forgetBeginning() {
        if (top.get().equals(BEGINNING)) top.set("");
    }

    /** Brings what comes before the rows. */
    void older() {
        if (request != null || top.get().equals(BEGINNING) || rows.oldest().isEmpty()) return;
        ChatMessage oldest = rows.oldest().get();
        top.set(LOADING);
        ask(
                () -> source.before(oldest, PAGE),
                answer -> {
                    boolean more = answer.size() == PAGE;
                    top.set(more ? "" : BEGINNING);
                    tell(rows.addOlder(rowsOf(answer), more));
                },
                why -> top.set(why));
    }

    /** Brings what comes after the rows, if they do not reach to the newest. */
    void newer() {
        if (request != null || !rows.endCut()) return;
        ChatMessage newest = rows.newest().orElseThrow();
        ask(
                () -> source.after(newest, PAGE),
                answer -> tell(rows.addNewer(rowsOf(answer), answer.size() == PAGE)),
                why -> LOG.warn("no newer messages: {}", why));
    }

    /** Does this once the newest messages are among the rows; brings them if they are not. */
    void newest(Runnable then) {
        if (!rows.endCut()) {
            then.run();
            return;
        }
        ask(
                () -> source.newest(NEWEST),
                answer -> {
                    top.set("");
                    tell(rows.showOnly(rowsOf(answer), answer.size() == NEWEST, false));
                    addMeanwhile();
                    then.run();
                },
                why -> LOG.warn("no newest messages: {}", why));
    }

    /**
     * Does this with the row of a message; brings it with what is around it if it is not among the rows.
     *
     * @param failed told why it cannot be done
     */
    void around(ChatMessage message, Consumer<MessageRow> then, Consumer<String> failed) {
        if (rows.find(message).isPresent()) {
            then.accept(rows.find(message).get());
            return;
        }
        ask(
                () -> source.around(message, PAGE),
                answer -> {
                    long before = answer.stream()
                            .filter(each -> each.compareTo(message) < 0)
                            .count();
                    top.set("");
                    tell(rows.showOnly(rowsOf(answer), before == PAGE, answer.size() - before > PAGE));
                    addMeanwhile();
                    rows.find(message).ifPresent(then);
                },
                failed);
    }

    private List<MessageRow> rowsOf(List<ChatMessage> messages) {
        return messages.stream().map(asRow).toList();
    }

    /** A request that is made takes the place of the one before. */
    @SuppressWarnings("FutureReturnValueIgnored") // What fails is told by the future that it follows.
    private void ask(
            Supplier<CompletableFuture<List<ChatMessage>>> question,
            Consumer<List<ChatMessage>> answered,
            Consumer<String> failed) {
        Object mine = new Object();
        if (request != null && isLoadingOlder()) top.set("");
        request = mine;
        question.get()
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (request != mine) return;
                            request = null;
                            if (failure == null) answered.accept(answer);
                            else failed.accept(sentence(failure));
                            addMeanwhile();
                        },
                        fxThread);
    }

    private void addMeanwhile() {
        if (meanwhile.isEmpty() || request != null) return;
        List<ChatMessage> messages = List.copyOf(meanwhile);
        meanwhile.clear();
        tell(add(rowsOf(messages), false));
    }

    /** What a request that failed says to the user. */
    static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }
}
