package dev.parley.terminal;

import dev.parley.chat.Addresses;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.CommandResult;
import dev.parley.console.text.EventRow;
import dev.parley.console.text.JsonLines;
import dev.parley.console.text.MessageRow;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/**
 * Events and results as the objects of the {@code --json} contract: {@code state}, {@code view}, {@code message},
 * {@code result}, {@code interim}, {@code notice}, {@code event}. Keys stay; more may follow. That a session has not begun is no change of state.
 */
final class JsonPrinter implements Output {
    private final JsonLines lines;
    private boolean started;

    JsonPrinter(PrintStream out) {
        lines = new JsonLines(out);
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        boolean beforeAll = !started && event.state() == SessionState.LEFT;
        started = true;
        if (beforeAll) return;
        lines.begin("state")
                .put("state", lower(event.state()))
                .put("room", event.room().text())
                .put("self", event.self())
                .put("address", event.address().map(Addresses::text).orElse(null))
                .end();
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        lines.begin("view")
                .put("room", event.room().text())
                .put("view", event.roster().viewId())
                .put("coordinator", event.roster().coordinator().orElse(null))
                .put("members", event.roster().names())
                .put("joined", event.joined())
                .put(
                        "left",
                        event.left().stream()
                                .map(SessionEvent.Departed::shownName)
                                .toList())
                .put("merged", event.merged())
                .end();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // the contract has no object for who takes part in the chat
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        for (ChatMessage message : event.messages()) {
            lines.begin("message").put("room", event.room().text());
            MessageRow.give(message, lines::put);
            lines.end();
        }
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        lines.begin("notice")
                .put("level", lower(event.level()))
                .put("text", event.text())
                .end();
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        lines.begin("event");
        EventRow.of(event.entry()).forEach(lines::put);
        lines.end();
    }

    @Override
    public void resultGiven(CommandResult result) {
        lines.begin("result").put("command", result.command());
        if (result instanceof CommandResult.Done done)
            lines.put("ok", true).put("lines", done.lines()).put("rows", done.rows());
        else if (result instanceof CommandResult.Failed failed)
            lines.put("ok", false).put("error", failed.error());
        lines.end();
    }

    @Override
    public void interimGiven(CommandResult.Done interim) {
        lines.begin("interim")
                .put("command", interim.command())
                .put("lines", interim.lines())
                .put("rows", interim.rows())
                .end();
    }

    @Override
    public void scriptLineStarted(Instant time, String file, String line) {
        // programs see each line's result
    }

    @Override
    public void clearRequested() {
        // there is no screen
    }

    @Override
    public void flush() {
        lines.flush();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
