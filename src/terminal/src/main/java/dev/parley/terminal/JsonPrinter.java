package dev.parley.terminal;

import dev.parley.chat.Addresses;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.CommandResult;
import dev.parley.console.text.EventRow;
import dev.parley.console.text.JsonText;
import dev.parley.console.text.MessageRow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Events and results as the objects of the {@code --json} contract: {@code state}, {@code view}, {@code message},
 * {@code result}, {@code interim}, {@code notice}, {@code event}. Keys stay; more may follow. That a session has not begun is no change of state.
 */
final class JsonPrinter implements Output {
    /** So much is gathered before it goes out although more is coming. */
    private static final int MOST_GATHERED = 32 * 1024;

    private final JsonText json = new JsonText();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(2 * MOST_GATHERED);
    private final PrintStream out;
    private boolean started;

    JsonPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        boolean beforeAll = !started && event.state() == SessionState.LEFT;
        started = true;
        if (beforeAll) return;
        Map<String, Object> object = object("state");
        object.put("state", lower(event.state()));
        object.put("room", event.room().text());
        object.put("self", event.self());
        object.put("address", event.address().map(Addresses::text).orElse(null));
        print(object);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        Map<String, Object> object = object("view");
        object.put("room", event.room().text());
        object.put("view", event.roster().viewId());
        object.put("coordinator", event.roster().coordinator().orElse(null));
        object.put("members", event.roster().names());
        object.put("joined", event.joined());
        object.put(
                "left",
                event.left().stream().map(SessionEvent.Departed::shownName).toList());
        object.put("merged", event.merged());
        print(object);
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // the contract has no object for who takes part in the chat
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        for (ChatMessage message : event.messages()) {
            Map<String, Object> object = object("message");
            object.put("room", event.room().text());
            object.putAll(MessageRow.of(message));
            print(object);
        }
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        Map<String, Object> object = object("notice");
        object.put("level", lower(event.level()));
        object.put("text", event.text());
        print(object);
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        Map<String, Object> object = object("event");
        object.putAll(EventRow.of(event.entry()));
        print(object);
    }

    @Override
    public void resultGiven(CommandResult result) {
        Map<String, Object> object = object("result");
        object.put("command", result.command());
        if (result instanceof CommandResult.Done done) {
            object.put("ok", true);
            object.put("lines", done.lines());
            object.put("rows", done.rows());
        } else if (result instanceof CommandResult.Failed failed) {
            object.put("ok", false);
            object.put("error", failed.error());
        }
        print(object);
    }

    @Override
    public void interimGiven(CommandResult.Done interim) {
        Map<String, Object> object = object("interim");
        object.put("command", interim.command());
        object.put("lines", interim.lines());
        object.put("rows", interim.rows());
        print(object);
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
        if (gathered.size() > 0) handOver();
        out.flush();
    }

    private static Map<String, Object> object(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        return object;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void print(Map<String, Object> object) {
        gathered.writeBytes((json.compact(object) + "\n").getBytes(StandardCharsets.UTF_8));
        if (gathered.size() >= MOST_GATHERED) handOver();
    }

    private void handOver() {
        byte[] lines = gathered.toByteArray();
        gathered.reset();
        out.write(lines, 0, lines.length);
    }
}
