package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.chat.Timeline;
import dev.parley.console.CommandResult;
import dev.parley.console.api.Reply;
import dev.parley.group.GroupEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPrinterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonPrinter printer = new JsonPrinter(new PrintStream(bytes, false, StandardCharsets.US_ASCII));

    @Test
    void aStateHasItsFiveKeys() {
        printer.stateChanged(new SessionEvent.StateChanged(
                SessionState.JOINED, RoomName.LOBBY, "alice", Optional.of(Messages.address(7800))));
        assertThat(line())
                .isEqualTo("{\"type\":\"state\",\"state\":\"joined\",\"room\":\"lobby\",\"self\":\"alice\","
                        + "\"address\":\"127.0.0.1:7800\"}");
    }

    @Test
    void aStateWithoutAddressHasNull() {
        for (SessionState state : SessionState.values()) {
            bytes.reset();
            printer.stateChanged(new SessionEvent.StateChanged(state, RoomName.LOBBY, "alice", Optional.empty()));
            JsonNode object = object();
            assertThat(object.get("address").isNull()).isTrue();
            assertThat(object.get("state").asString()).isIn("joining", "joined", "alone", "left");
        }
    }

    @Test
    void aViewHasItsEightKeys() {
        printer.viewShown(new SessionEvent.ViewShown(
                RoomName.LOBBY,
                Messages.roster("alice", "bob"),
                List.of("bob"),
                List.of(new SessionEvent.Departed("carol", GroupEvent.Reason.CRASHED)),
                false));
        assertThat(line())
                .isEqualTo(
                        "{\"type\":\"view\",\"room\":\"lobby\",\"view\":\"alice|2\",\"coordinator\":\"alice\","
                                + "\"members\":[\"alice\",\"bob\"],\"joined\":[\"bob\"],\"left\":[\"carol\"],\"merged\":false}");
    }

    @Test
    void aMessageHasItsElevenKeysAndATimeInMilliseconds() {
        printer.messagesAdded(
                new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(Messages.text(3, "bob", "hello"))));
        JsonNode object = object();
        assertThat(object.propertyNames())
                .containsExactly("type", "room", "id", "from", "self", "text", "time", "clock", "kind", "to", "late");
        assertThat(object.get("time").asString()).isEqualTo("2026-11-22T10:11:12.120Z");
        assertThat(object.get("id").asString()).endsWith("/7/3");
        assertThat(object.get("clock").asString()).isEqualTo("1795342272120.3");
        assertThat(object.get("kind").asString()).isEqualTo("text");
        assertThat(object.get("to").isNull()).isTrue();
        assertThat(object.get("self").asBoolean()).isFalse();
        assertThat(object.get("late").asBoolean()).isFalse();
    }

    @Test
    void directMessagesNameTheirReceiverAndEachMessageIsOneLine() {
        printer.messagesAdded(new SessionEvent.MessagesAdded(
                RoomName.LOBBY,
                List.of(
                        Messages.direct(1, "alice", "bob", "psst\nnew line \u2028 \u001B[2J 😀"),
                        Messages.action(2, "bob", "waves"),
                        Messages.late(3, "bob", "old"))));
        List<String> lines = text().lines().toList();
        assertThat(text()).endsWith("\n");
        assertThat(lines).hasSize(3);
        assertThat(parse(lines.get(0)).get("to").asString()).isEqualTo("bob");
        assertThat(parse(lines.get(0)).get("text").asString()).isEqualTo("psst\nnew line \u2028 \u001B[2J 😀");
        assertThat(parse(lines.get(1)).get("kind").asString()).isEqualTo("action");
        assertThat(parse(lines.get(2)).get("late").asBoolean()).isTrue();
    }

    @Test
    void aResultHasLinesAndRows() {
        printer.resultGiven(new CommandResult.Done(
                "memberlist", List.of("alice"), List.of(Reply.row("name", "alice", "address", null, "self", true))));
        assertThat(line())
                .isEqualTo("{\"type\":\"result\",\"command\":\"memberlist\",\"ok\":true,\"lines\":[\"alice\"],"
                        + "\"rows\":[{\"name\":\"alice\",\"address\":null,\"self\":true}]}");
    }

    @Test
    void aFailureHasAnErrorAlsoForTheLinesOfAScript() {
        String expected = "{\"type\":\"result\",\"command\":\"nosuch\",\"ok\":false,\"error\":\"No.\"}";
        printer.resultGiven(new CommandResult.Failed("nosuch", "No."));
        assertThat(line()).isEqualTo(expected);
        bytes.reset();
        printer.scriptLineEnded(new CommandResult.Failed("nosuch", "No."));
        assertThat(line()).isEqualTo(expected);
    }

    @Test
    void aNoticeHasALevel() {
        printer.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, "Mind this."));
        assertThat(line()).isEqualTo("{\"type\":\"notice\",\"level\":\"warn\",\"text\":\"Mind this.\"}");
    }

    @Test
    void anEventOfTheTimelineHasItsParticularsAsData() {
        printer.eventNoted(new SessionEvent.EventNoted(new Timeline.Entry(
                Instant.ofEpochMilli(1), "fault", "A \"fault\"", Map.of("members", List.of("bob")))));
        assertThat(line())
                .isEqualTo("{\"type\":\"event\",\"time\":\"1970-01-01T00:00:00.001Z\",\"kind\":\"fault\","
                        + "\"text\":\"A \\\"fault\\\"\",\"details\":{\"members\":[\"bob\"]}}");
    }

    @Test
    void nothingElseEverStandsOnTheStream() {
        printer.clearRequested();
        printer.scriptLineStarted(Instant.now(), "hello.txt", "msg hello");
        printer.rosterChanged(new SessionEvent.RosterChanged(RoomName.LOBBY, Messages.roster("alice")));
        assertThat(text()).isEmpty();
    }

    private String line() {
        assertThat(text()).endsWith("\n");
        return text().strip();
    }

    private JsonNode object() {
        return parse(line());
    }

    private static JsonNode parse(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private String text() {
        printer.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
