package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The chat log of the room: its newest rows, what of them is unread, and what is searched for. JavaFX thread; a batch of
 * messages costs what the batch is worth, not what the log holds.
 */
public final class ChatLogModel implements SessionListener {
    /** The most rows that are kept. */
    public static final int CAPACITY = 10_000;

    private final Clock clock;
    private final LogRows rows = new LogRows(CAPACITY);
    private final UnreadLine unread = new UnreadLine();
    private final ViewLines viewLines = new ViewLines();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
    private final BooleanProperty windowFocused = new SimpleBooleanProperty(true);
    private final BooleanProperty atNewest = new SimpleBooleanProperty(true);
    private final LogSearch search = new LogSearch(rows, this::changed);
    private final LogPages pages;
    private final KeptSearch keptSearch;
    private OwnName self = OwnName.NONE;
    private RoomName room;

    /** Since when this user is in the room. */
    private Instant entered = Instant.MAX;

    private Sought sought = Sought.NOTHING;
    private boolean readingOlder;
    private long lastKey;

    /**
     * @param source where the log is read from; called on the JavaFX thread
     * @param clock the time now, and the zone whose days and hours are shown
     * @param fxThread runs on the JavaFX thread what it is given
     */
    public ChatLogModel(LogSource source, Clock clock, Executor fxThread) {
        this.clock = clock;
        pages = new LogPages(rows, source, fxThread, this::row, this::rowsChanged);
        keptSearch = new KeptSearch(source, fxThread);
        pages.topProperty().addListener((property, before, now) -> changed());
        windowFocused.addListener((property, before, now) -> looked());
        atNewest.addListener((property, before, now) -> looked());
    }

    /** Changes whenever something about the rows has. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** How many messages of others came while the window was not focused or the newest rows were out of sight. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.countProperty();
    }

    /** Whether nobody else is in the room. */
    public ReadOnlyBooleanProperty aloneProperty() {
        return alone.getReadOnlyProperty();
    }

    /** To be bound to whether the window has the focus. */
    public BooleanProperty windowFocusedProperty() {
        return windowFocused;
    }

    /** Whether the newest row is in sight. */
    BooleanProperty atNewestProperty() {
        return atNewest;
    }

    /** To be told whether the user is at the older half of the rows: then too many rows cost the newest. */
    void setReadingOlder(boolean reading) {
        readingOlder = reading;
    }

    /** Whether the last row is the newest of the room. */
    boolean reachesNewest() {
        return !rows.endCut();
    }

    /** How more of the log gets among the rows. */
    LogPages pages() {
        return pages;
    }

    LogSearch search() {
        return search;
    }

    KeptSearch keptSearch() {
        return keptSearch;
    }

    /** Looks for this among the rows and in all that is kept. Empty: no longer searches. */
    public void lookFor(String text) {
        sought = Sought.of(text, clock);
        search.lookFor(sought);
        keptSearch.lookFor(sought);
    }

    /** Takes the unread line away. */
    public void clearUnread() {
        unread.clear();
        changed();
    }

    boolean hasUnreadLine() {
        return unread.isDrawn();
    }

    List<LogRow> rows() {
        return rows.all();
    }

    /** Where a row is now, or -1; fast if it is near the expected place. */
    int indexOf(LogRow row, int expected) {
        return rows.indexOf(row, expected);
    }

    OwnName self() {
        return self;
    }

    RowPlace place(int index) {
        LogRow row = rows().get(index);
        LogRow before = index == 0 ? null : rows().get(index - 1);
        LocalDate day = dayOf(row);
        boolean newDay = before == null || !dayOf(before).equals(day);
        boolean newHere = unread.isAbove(row);
        boolean continues =
                before instanceof MessageRow earlier && row instanceof MessageRow message && message.continues(earlier);
        return new RowPlace(newDay ? words().day(day) : "", newHere, newDay || newHere || !continues);
    }

    /** How times and days are written. */
    RowWords words() {
        return new RowWords(clock);
    }

    /** What the day of a row is called. */
    String dayName(LogRow row) {
        return words().day(dayOf(row));
    }

    private LocalDate dayOf(LogRow row) {
        return LocalDate.ofInstant(row.time(), clock.getZone());
    }

    /** Folds or unfolds comings and goings. */
    void toggle(SystemRow row) {
        if (row.isFold() && rows.replace(row, row.toggled())) changed();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        self = new OwnName(event.self());
        alone.set(event.state() == SessionState.ALONE);
        if (!event.room().equals(room)) enter(event.room());
        if (event.state() == SessionState.LEFT) entered = Instant.MAX;
        else if (entered.equals(Instant.MAX)) entered = clock.instant();
        if (event.state() == SessionState.LEFT || event.state() == SessionState.JOINING) viewLines.forget();
        if (event.state() != SessionState.LEFT) pages.begin();
    }

    private void enter(RoomName other) {
        room = other;
        entered = Instant.MAX;
        pages.clear();
        viewLines.forget();
        unread.clear();
        search.clear();
        keptSearch.lookFor(Sought.NOTHING);
        keptSearch.lookFor(sought);
        changed();
    }

    private void rowsChanged(LogRows.Change change) {
        search.rowsChanged(change);
        changed();
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        List<SystemLine> lines = viewLines.of(event, clock.instant());
        for (SystemLine line : lines) search.rowsChanged(rows.addLine(line, () -> ++lastKey));
        if (!event.joined().isEmpty()) pages.forgetBeginning();
        if (!lines.isEmpty()) changed();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // names come with views; who takes part in the chat is told by the members list
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        if (!event.room().equals(room)) return;
        List<MessageRow> fresh = event.messages().stream().map(this::row).toList();
        if (!isWatched()) fresh.stream().filter(this::isNews).forEach(unread::add);
        search.rowsChanged(pages.add(fresh, readingOlder));
        changed();
    }

    /** What comes late from before all that is shown was not said to somebody who looked away. */
    private boolean isNews(MessageRow row) {
        ChatMessage message = row.message();
        return !message.self()
                && (!message.late()
                        || rows.oldest()
                                .filter(first -> message.compareTo(first) > 0)
                                .isPresent());
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        // notices have their own bar
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        // the timeline has its own command
    }

    private MessageRow row(ChatMessage message) {
        boolean mention = !message.self() && message.kind() != ChatMessage.Kind.DIRECT && self.isIn(message.text());
        boolean late = message.late() && !message.time().isBefore(entered);
        return new MessageRow(++lastKey, message, mention, late);
    }

    private boolean isWatched() {
        return windowFocused.get() && atNewest.get();
    }

    private void looked() {
        if (isWatched()) unread.seen();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
