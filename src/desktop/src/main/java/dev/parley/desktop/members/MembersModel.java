package dev.parley.desktop.members;

import dev.parley.chat.RoomName;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.Later;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who is in the room and who has left it lately, as rows in the order in which they are shown. JavaFX thread. */
public final class MembersModel implements SessionListener {
    private static final Comparator<Roster.Entry> ORDER = Comparator.comparing((Roster.Entry entry) -> !entry.self())
            .thenComparing(entry -> !entry.coordinator())
            .thenComparing(Roster.Entry::shownName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Roster.Entry::shownName);

    private final InstantSource clock;
    private final Later later;
    private final Leavers leavers = new Leavers();
    private final Map<UUID, RoundTrip> roundTrips = new HashMap<>();
    private final Map<Object, MemberRow> rowsByKey = new HashMap<>();
    private final ObservableList<MemberRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MemberRow> readableRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper viewId = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Duration>> medianRoundTrip =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RoomName> room = Optional.empty();
    private Roster roster = Roster.EMPTY;
    private boolean expiryScheduled;

    public MembersModel(InstantSource clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    public ObservableList<MemberRow> rows() {
        return readableRows;
    }

    /** How many are in the view. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty viewIdProperty() {
        return viewId.getReadOnlyProperty();
    }

    /** Over the members that answered, empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Duration>> medianRoundTripProperty() {
        return medianRoundTrip.getReadOnlyProperty();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        enter(event.room());
        if (event.state() == SessionState.LEFT || event.state() == SessionState.JOINING) show(Roster.EMPTY);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        enter(event.room());
        event.left().forEach(departed -> leavers.left(departed, roster, clock.instant()));
        show(event.roster());
        scheduleExpiry();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        enter(event.room());
        show(event.roster());
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}

    /** Takes new measurements; those of members that are gone are ignored. */
    public void measured(List<RoundTrip> measurements) {
        for (RoundTrip measurement : measurements)
            if (roster.of(measurement.member()).filter(Roster.Entry::inChat).isPresent())
                roundTrips.put(measurement.member(), measurement);
        refresh();
    }

    private void enter(RoomName entered) {
        if (room.isPresent() && !room.get().equals(entered)) leavers.forgetAll();
        room = Optional.of(entered);
    }

    private void show(Roster current) {
        roster = current;
        leavers.forgetWhoIsIn(current);
        Set<UUID> ids = new HashSet<>();
        for (Roster.Entry entry : current.entries()) if (entry.inChat()) ids.add(entry.member());
        roundTrips.keySet().retainAll(ids);
        count.set(current.entries().size());
        viewId.set(current.viewId());
        refresh();
    }

    private void scheduleExpiry() {
        Optional<Instant> next = leavers.nextExpiry();
        if (expiryScheduled || next.isEmpty()) return;
        expiryScheduled = true;
        later.after(Duration.between(clock.instant(), next.get()), this::expire);
    }

    private void expire() {
        expiryScheduled = false;
        leavers.forgetOldOnes(clock.instant());
        refresh();
        scheduleExpiry();
    }

    private void refresh() {
        List<MemberRow> wanted = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        roster.entries().stream().sorted(ORDER).forEach(entry -> {
            Optional<RoundTrip> roundTrip = Optional.ofNullable(roundTrips.get(entry.member()));
            wanted.add(row(entry.member(), new MemberRow.Present(entry, roundTrip)));
            keys.add(entry.member());
        });
        for (MemberRow.Gone gone : leavers.list()) {
            Object key = gone.first(false);
            wanted.add(row(key, gone));
            keys.add(key);
        }
        rowsByKey.keySet().retainAll(keys);
        RowOrder.apply(wanted, rows);
        medianRoundTrip.set(median());
    }

    private MemberRow row(Object key, MemberRow.Content content) {
        MemberRow row = rowsByKey.computeIfAbsent(key, fresh -> new MemberRow(content));
        row.say(content);
        return row;
    }

    private Optional<Duration> median() {
        List<Duration> times = roundTrips.values().stream()
                .flatMap(roundTrip -> roundTrip.time().stream())
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
    }
}
