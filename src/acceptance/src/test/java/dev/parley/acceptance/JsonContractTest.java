package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.console.testing.JsonSchema;
import dev.parley.lab.LabPeer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every object and every key of the {@code --json} contract, from one run as the second member of a group. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonContractTest {
    private final List<JsonNode> objects = new ArrayList<>();
    private Run run;

    @BeforeAll
    void runTheSecondMember(@TempDir Path folder) throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer alice = stage.group("alice").get(0);
            alice.run("msg good morning", Stage.PATIENCE);
            run = Run.parley(
                    folder,
                    stage.options(
                            "bob",
                            "--json",
                            "-c",
                            "wait message good 30",
                            "-c",
                            "msg hello \"Zoë\"",
                            "-c",
                            "me waves",
                            "-c",
                            "tell alice in private",
                            "-c",
                            "memberlist",
                            "-c",
                            "nosuch",
                            "-c",
                            "# nothing",
                            "-c",
                            "stats 2 --watch"));
        }
        JsonMapper mapper = new JsonMapper();
        for (String line : run.outputLines()) objects.add(mapper.readTree(line));
    }

    @Test
    void standardOutputCarriesOnlyObjectsOfTheContractAndStandardErrorNothing() {
        assertThat(objects).allMatch(JsonNode::isObject);
        assertThat(objects)
                .extracting(object -> object.path("type").asString())
                .containsOnly("state", "view", "message", "result", "interim", "notice", "event");
        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void everyObjectIsAsThePublishedSchemaSays() throws Exception {
        JsonSchema schema = JsonSchema.read();
        assertThat(objects)
                .allSatisfy(object -> assertThat(schema.objections(object)).isEmpty());
    }

    @Test
    void aStateIsSentOnEveryChange() {
        assertThat(of("state")).allSatisfy(state -> hasKeys(state, "type", "state", "room", "self", "address"));
        assertThat(of("state").stream().map(state -> state.get("state").asString()))
                .containsSubsequence("joining", "joined", "left");
        JsonNode joined = of("state").stream()
                .filter(state -> state.get("state").asString().equals("joined"))
                .findFirst()
                .orElseThrow();
        assertThat(joined.get("room").asString()).isEqualTo("lobby");
        assertThat(joined.get("self").asString()).isEqualTo("bob");
        assertThat(joined.get("address").asString()).matches("127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void theFirstViewNamesAllOthersAsJoined() {
        JsonNode view = of("view").get(0);
        hasKeys(view, "type", "room", "view", "coordinator", "members", "joined", "left", "merged");
        assertThat(view.get("room").asString()).isEqualTo("lobby");
        assertThat(view.get("view").asString()).matches("alice\\|[0-9]+");
        assertThat(view.get("coordinator").asString()).isEqualTo("alice");
        assertThat(texts(view.get("members"))).containsExactly("alice", "bob");
        assertThat(texts(view.get("joined"))).containsExactly("alice");
        assertThat(texts(view.get("left"))).isEmpty();
        assertThat(view.get("merged").asBoolean()).isFalse();
    }

    @Test
    void anEventOfTheTimelineSaysWhenWhatAndWhyAndTheSameAsData() {
        assertThat(of("event")).isNotEmpty().allSatisfy(event -> {
            hasKeys(event, "type", "time", "kind", "text", "details");
            assertThat(Instant.parse(event.get("time").asString())).isBeforeOrEqualTo(Instant.now());
        });
        JsonNode event = of("event").get(0);
        assertThat(event.get("kind").asString()).isEqualTo("view");
        assertThat(event.get("text").asString()).matches("View alice\\|[0-9]+ of 2: here are alice");
        assertThat(texts(event.get("details").get("members"))).containsExactly("alice", "bob");
    }

    @Test
    void aMessageIsSentOncePerIdOwnOnesToo() {
        assertThat(of("message")).allSatisfy(message -> {
            hasKeys(message, "type", "room", "id", "from", "self", "text", "time", "clock", "kind", "to", "late");
            assertThat(message.get("time").asString()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
            assertThat(Instant.parse(message.get("time").asString())).isBeforeOrEqualTo(Instant.now());
            assertThat(message.get("clock").isString()).isTrue();
            assertThat(message.get("late").isBoolean()).isTrue();
        });
        assertThat(of("message"))
                .extracting(
                        message -> message.get("from").asString(),
                        message -> message.get("self").asBoolean(),
                        message -> message.get("kind").asString(),
                        message -> message.get("text").asString(),
                        message -> message.get("to").isNull()
                                ? ""
                                : message.get("to").asString())
                .containsExactlyInAnyOrder(
                        tuple("alice", false, "text", "good morning", ""),
                        tuple("bob", true, "text", "hello \"Zoë\"", ""),
                        tuple("bob", true, "action", "waves", ""),
                        tuple("bob", true, "direct", "in private", "alice"));
        assertThat(of("message"))
                .extracting(message -> message.get("id").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void eachLineThatIsNotEmptyOrACommentHasOneResultInItsOrder() {
        assertThat(of("result"))
                .extracting(
                        result -> result.get("command").asString(),
                        result -> result.get("ok").asBoolean())
                .containsExactly(
                        tuple("wait message good 30", true),
                        tuple("msg hello \"Zoë\"", true),
                        tuple("me waves", true),
                        tuple("tell alice in private", true),
                        tuple("memberlist", true),
                        tuple("nosuch", false),
                        tuple("stats 2 --watch", true));
    }

    @Test
    void aResultHasLinesForPeopleAndRowsForTables() {
        JsonNode memberList = of("result").get(4);
        hasKeys(memberList, "type", "command", "ok", "lines", "rows");
        assertThat(texts(memberList.get("lines"))).isNotEmpty();
        assertThat(memberList
                        .get("rows")
                        .valueStream()
                        .map(row -> row.get("name").asString()))
                .containsExactly("alice", "bob");
    }

    @Test
    void whatComesBeforeAResultHasItsLinesAndRowsToo() {
        assertThat(of("interim")).singleElement().satisfies(interim -> {
            hasKeys(interim, "type", "command", "lines", "rows");
            assertThat(interim.get("command").asString()).isEqualTo("stats 2 --watch");
        });
    }

    @Test
    void aFailureHasOneSentence() {
        JsonNode failure = of("result").get(5);
        hasKeys(failure, "type", "command", "ok", "error");
        assertThat(failure.get("error").asString()).contains("nosuch").doesNotContain("\n");
    }

    @Test
    void aNoticeHasALevelAndAText() {
        assertThat(of("notice")).isNotEmpty().allSatisfy(notice -> {
            hasKeys(notice, "type", "level", "text");
            assertThat(notice.get("level").asString()).isIn("info", "warn");
            assertThat(notice.get("text").asString()).isNotBlank();
        });
    }

    @Test
    void theStartSaysWhereTheLogGoes() {
        assertThat(of("notice"))
                .extracting(notice -> notice.get("text").asString())
                .anyMatch(text -> text.contains("parley.log"));
    }

    private List<JsonNode> of(String type) {
        return objects.stream()
                .filter(object -> object.path("type").asString().equals(type))
                .toList();
    }

    /** More keys may follow. */
    private static void hasKeys(JsonNode object, String... keys) {
        assertThat(List.copyOf(object.propertyNames())).startsWith(keys);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
