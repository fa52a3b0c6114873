package dev.parley.terminal;

import dev.parley.chat.Addresses;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.Roster;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.CommandResult;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.HarmlessText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events and results as lines for people. Confined to one thread. */
final class TerminalPrinter implements Output {
    private static final int MOST_NAMES = 10;
    private final LineSink sink;
    private final Palette palette;
    private final ChatLine form;
    private final DateTimeFormatter clock;
    private final LateMessages late = new LateMessages();
    private SessionEvent.StateChanged state;
    private Roster roster = Roster.EMPTY;

    TerminalPrinter(LineSink sink, Palette palette, ZoneId zone) {
        this.sink = sink;
        this.palette = palette;
        this.form = new ChatLine(zone);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        SessionEvent.StateChanged before = state;
        state = event;
        sink.promptChanged(event);
        if (event.state() == SessionState.LEFT) roster = Roster.EMPTY;
        boolean sameState = before != null
                && before.state() == event.state()
                && before.room().equals(event.room());
        if (!sameState) sayState(event, before == null);
        else if (!before.self().equals(event.self())) aside("you are shown as " + event.self());
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        Roster before = roster;
        roster = event.roster();
        boolean first = before.entries().isEmpty();
        if (event.merged()) aside("two parts of the group have found together again");
        if (!event.joined().isEmpty()) aside(first ? "here: " + names(event.joined()) : arrival(event.joined()));
        for (SessionEvent.Departed departed : event.left()) aside(departure(departed));
        if (event.joined().isEmpty() && event.left().isEmpty()) sayRenamed(before);
    }

    private void sayRenamed(Roster before) {
        for (Roster.Entry entry : roster.entries()) {
            Optional<Roster.Entry> earlier = before.of(entry.member());
            if (entry.self() || earlier.isEmpty()) continue;
            String old = earlier.get().shownName();
            if (!old.equals(entry.shownName()))
                aside(HarmlessText.line(old) + " is shown as " + HarmlessText.line(entry.shownName()) + " now");
        }
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        roster = event.roster();
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        for (ChatMessage message : event.messages()) {
            if (message.late()) {
                late.add(message);
                continue;
            }
            idle();
            say(message);
        }
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        String text = HarmlessText.line(event.text());
        if (event.level() == SessionEvent.Level.INFO) aside(text);
        else print(palette.warning("warning: " + text));
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        // people ask for the timeline when they want it
    }

    @Override
    public void resultGiven(CommandResult result) {
        idle();
        if (result instanceof CommandResult.Done done) {
            if (!done.lines().isEmpty())
                sink.print(done.lines().stream().map(TerminalPrinter::harmless).toList());
        } else if (result instanceof CommandResult.Failed failed)
            print(palette.error("error: " + HarmlessText.line(failed.error())));
    }

    @Override
    public void scriptLineStarted(Instant time, String file, String line) {
        print(palette.aside("[%s %s] %s".formatted(clock.format(time), HarmlessText.line(file), harmless(line))));
    }

    @Override
    public void interimGiven(CommandResult.Done interim) {
        sink.clear();
        resultGiven(interim);
    }

    @Override
    public void clearRequested() {
        sink.clear();
    }

    @Override
    public boolean mayMiss() {
        return true;
    }

    @Override
    public boolean isHolding() {
        return late.isHolding();
    }

    /** Shows the late messages that have gathered. */
    @Override
    public void idle() {
        if (!late.isHolding()) return;
        long earlier = late.notShown();
        if (earlier > 0) print(palette.aside("… " + earlier + " earlier messages: history"));
        late.take().forEach(this::say);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    private void sayState(SessionEvent.StateChanged event, boolean atFirst) {
        String at =
                event.address().map(address -> " at " + Addresses.text(address)).orElse("");
        switch (event.state()) {
            case JOINING -> {
                // the session says from where it joins
            }
            case ALONE -> aside("alone in " + event.room() + " as " + event.self() + at);
            case JOINED -> aside("in " + event.room() + " as " + event.self() + at);
            case LEFT -> {
                if (!atFirst) aside("left " + event.room());
            }
        }
    }

    private void say(ChatMessage message) {
        List<String> lines = new ArrayList<>(form.body(message));
        lines.set(0, palette.member(message.from(), form.head(message)) + " " + lines.get(0));
        sink.print(lines);
    }

    private static String arrival(List<String> joined) {
        return names(joined) + (joined.size() == 1 ? " has joined" : " have joined");
    }

    private static String departure(SessionEvent.Departed departed) {
        String name = HarmlessText.line(departed.shownName());
        return switch (departed.reason()) {
            case LEFT -> name + " has left";
            case CRASHED -> name + " has crashed or cannot be reached";
            case UNKNOWN -> name + " is gone";
        };
    }

    private static String names(List<String> names) {
        String shown = String.join(
                ", ", names.stream().limit(MOST_NAMES).map(HarmlessText::line).toList());
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }

    private static String harmless(String line) {
        return HarmlessText.line(line);
    }

    private void aside(String text) {
        print(palette.aside("-- " + HarmlessText.line(text)));
    }

    private void print(String line) {
        sink.print(List.of(line));
    }
}
