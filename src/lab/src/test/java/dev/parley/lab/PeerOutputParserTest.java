package dev.parley.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerOutputParserTest {
    private final PeerOutputParser parser = new PeerOutputParser();

    @Test
    void aStateIsRead() {
        assertThat(parser.parse("""
                        {"type":"state","state":"joined","room":"lobby","self":"alice","address":"127.0.0.1:7800"}"""))
                .contains(new PeerOutput.State("joined", "lobby", "alice", Optional.of("127.0.0.1:7800")));
    }

    @Test
    void aStateWithoutAddressIsRead() {
        assertThat(parser.parse("""
                        {"type":"state","state":"left","room":"lobby","self":"alice","address":null}""")).contains(new PeerOutput.State("left", "lobby", "alice", Optional.empty()));
    }

    @Test
    void aViewIsRead() {
        assertThat(parser.parse("""
                        {"type":"view","room":"lobby","view":"alice|2","coordinator":"alice","members":["alice","bob"],"joined":["bob"],"left":[],"merged":false}"""))
                .contains(new PeerOutput.View(
                        "lobby", "alice|2", "alice", List.of("alice", "bob"), List.of("bob"), List.of(), false));
    }

    @Test
    void aMessageIsRead() {
        assertThat(parser.parse("""
                        {"type":"message","room":"lobby","id":"7","from":"bob","self":false,"text":"hello","time":"2026-11-22T10:11:12.123Z","clock":"5.1","kind":"direct","to":"alice","late":true}"""))
                .contains(new PeerOutput.Message(
                        "lobby",
                        "7",
                        "bob",
                        false,
                        "hello",
                        Instant.parse("2026-11-22T10:11:12.123Z"),
                        "5.1",
                        "direct",
                        Optional.of("alice"),
                        true));
    }

    @Test
    void aResultIsReadWithItsRows() {
        assertThat(parser.parse("""
                        {"type":"result","command":"memberlist","ok":true,"lines":["alice"],"rows":[{"name":"alice","self":true,"port":7800}]}"""))
                .contains(new PeerOutput.Result(
                        "memberlist",
                        true,
                        List.of("alice"),
                        List.of(Map.of("name", "alice", "self", true, "port", 7800)),
                        Optional.empty()));
    }

    @Test
    void aFailureIsReadWithItsSentence() {
        assertThat(parser.parse("""
                        {"type":"result","command":"nosuch","ok":false,"error":"No such command."}"""))
                .contains(
                        new PeerOutput.Result("nosuch", false, List.of(), List.of(), Optional.of("No such command.")));
    }

    @Test
    void aNoticeIsRead() {
        assertThat(parser.parse("""
                        {"type":"notice","level":"warn","text":"Mind the gap."}""")).contains(new PeerOutput.Notice("warn", "Mind the gap."));
    }

    @Test
    void anEventOfTheTimelineIsReadWithItsDetails() {
        assertThat(parser.parse("""
                        {"type":"event","time":"1970-01-01T00:00:01.000Z","kind":"view","text":"x","details":{"members":["a"],"next":null}}"""))
                .contains(new PeerOutput.Event(Instant.ofEpochSecond(1), "view", "x", details("a")));
    }

    private static Map<String, Object> details(String member) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("members", List.of(member));
        details.put("next", null);
        return details;
    }

    @Test
    void keysThatCameLaterDoNotMatter() {
        assertThat(parser.parse("""
                        {"type":"notice","level":"warn","text":"x","colour":"red"}""")).contains(new PeerOutput.Notice("warn", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"weather\"}",
                "{\"type\":7}",
                "{\"type\":\"notice\",\"level\":\"info\"}",
                "{\"type\":\"state\",\"state\":1,\"room\":\"lobby\",\"self\":\"alice\"}",
                "{\"type\":\"view\",\"room\":\"lobby\",\"view\":\"a|1\",\"coordinator\":\"a\",\"members\":\"a\"}",
                "{\"type\":\"result\",\"command\":\"x\",\"ok\":true,\"rows\":7}",
                "{\"type\":\"event\",\"time\":\"1970-01-01T00:00:01.000Z\",\"kind\":\"view\",\"text\":\"x\",\"details\":[]}",
            })
    void anObjectThatIsNotWhatItSaysIsUnknown(String line) {
        assertThat(parser.parse(line)).contains(new PeerOutput.Unknown(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[1]", "7", "{\"type\":", "{\"type\":\"state\"} and more"})
    void aLineThatIsNoObjectIsNone(String line) {
        assertThat(parser.parse(line)).isEmpty();
    }
}
