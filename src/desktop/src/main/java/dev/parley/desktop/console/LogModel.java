package dev.parley.desktop.console;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.apache.logging.log4j.Level;

/**
 * The last lines of the program's log, those of them that pass the filters, and how many warnings nobody has seen yet. JavaFX
 * thread; what other threads log reaches it in batches.
 */
public final class LogModel implements AutoCloseable {
    /** How many lines are kept. */
    public static final int MOST_LINES = 5_000;

    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private final PulseQueue<Boolean> arrivals;
    private final ObservableList<LogLine> all = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(all);
    private final ObjectProperty<Level> level = new SimpleObjectProperty<>(Level.ALL);
    private final StringProperty wanted = new SimpleStringProperty("");
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper unseenWarnings = new ReadOnlyIntegerWrapper();
    private final LogFeed feed;

    /** Hears the log from now on, until closed. */
    public LogModel(FxThread fxThread) {
        arrivals = new PulseQueue<>(fxThread, batch -> take());
        level.addListener((property, before, now) -> filter());
        wanted.addListener((property, before, now) -> filter());
        watched.addListener((property, before, now) -> {
            if (now) unseenWarnings.set(0);
        });
        feed = LogFeed.open(this::logged);
    }

    /** How many warnings and errors have come while nobody looked at the log. */
    public ReadOnlyIntegerProperty unseenWarningsProperty() {
        return unseenWarnings.getReadOnlyProperty();
    }

    @Override
    public void close() {
        feed.close();
    }

    ObservableList<LogLine> shown() {
        return shown;
    }

    /** Lines below this level are not shown. */
    ObjectProperty<Level> levelProperty() {
        return level;
    }

    /** Only lines that contain this are shown, large or small letters. */
    StringProperty wantedProperty() {
        return wanted;
    }

    /** Whether somebody looks at the log. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    void clear() {
        all.clear();
        unseenWarnings.set(0);
    }

    /** Shows a line's exception, or hides it. */
    void toggle(LogLine line) {
        int place = all.indexOf(line);
        if (place >= 0) all.set(place, line.folded(line.unfolded()));
    }

    /** Any thread; the oldest give way when the window does not keep up. */
    private void logged(LogLine line) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.addLast(line);
            if (waiting.size() > MOST_LINES) waiting.removeFirst();
        }
        if (first) arrivals.add(true);
    }

    private void take() {
        List<LogLine> batch;
        synchronized (waiting) {
            batch = new ArrayList<>(waiting);
            waiting.clear();
        }
        all.addAll(batch);
        if (all.size() > MOST_LINES) all.remove(0, all.size() - MOST_LINES);
        long warnings = batch.stream().filter(LogLine::warns).count();
        if (!watched.get()) unseenWarnings.set(unseenWarnings.get() + (int) warnings);
    }

    private void filter() {
        Level least = level.get();
        String text = wanted.get().toLowerCase(Locale.ROOT);
        shown.setPredicate(line -> line.level().isMoreSpecificThan(least)
                && (text.isEmpty()
                        || line.message().toLowerCase(Locale.ROOT).contains(text)
                        || line.source().toLowerCase(Locale.ROOT).contains(text)));
    }
}
