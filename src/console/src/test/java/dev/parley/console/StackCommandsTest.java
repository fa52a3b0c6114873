package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real stacks, shared by what is asked of them in one go: a start of JGroups is dear. */
class StackCommandsTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;
    private ConsolePeer bob;

    @BeforeEach
    void join() throws Exception {
        house = new ConsoleHouse(folder);
        alice = house.peer("alice", JGroupsGroup.FACTORY);
        bob = house.peer("bob", JGroupsGroup.FACTORY);
        alice.lines("join");
        bob.lines("join");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.session().chat().members().size() == 2
                        && bob.session().chat().members().size() == 2);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> completed(String line) {
        return alice.console().complete(line, line.length()).candidates().stream()
                .map(Completion.Candidate::value)
                .toList();
    }

    @Test
    void theStackIsShownListedComparedAndReadAttributeByAttribute() {
        await().until(() -> alice.rows("stack").get(0).get("members").toString().contains("fits=true, ")
                || alice.lines("stack").stream()
                                .filter(line -> line.endsWith("yes"))
                                .count()
                        == 2);
        assertThat(alice.lines("stack").get(0)).matches("tcp \\(bundled\\), fingerprint [0-9a-f]{16}");
        assertThat(alice.lines("stack")).anyMatch(line -> line.matches("  FRAG4 +frag_size=60K"));
        assertThat(alice.rows("stack").get(0)).containsOnlyKeys("stack", "file", "fingerprint", "protocols", "members");

        assertThat(alice.rows("stack list"))
                .extracting(row -> row.get("name"))
                .containsExactlyElementsOf(StackFile.bundledNames());
        assertThat(alice.rows("stack list"))
                .allSatisfy(row -> assertThat(row.get("purpose").toString()).hasSizeGreaterThan(20));

        assertThat(alice.lines("stack diff tcp tcp-nio"))
                .anyMatch(line -> line.matches("TCP +there +-"))
                .anyMatch(line -> line.matches("TCP_NIO2 +- +there"));
        assertThat(alice.rows("stack diff tcp-lossy"))
                .contains(Map.of(
                        "protocol", "UNICAST3", "attribute", "xmit_interval", "left", "300ms", "right", "100ms"));
        assertThat(alice.lines("stack diff tcp")).containsExactly("tcp and tcp are the same");
        assertThat(alice.error("stack diff tcpp tcp")).isEqualTo("There is no stack file 'tcpp'; did you mean 'tcp'?");

        assertThat(alice.lines("stack get GMS.join_timeout"))
                .containsExactly(
                        "pbcast.GMS.join_timeout  1000",
                        "type                     duration in milliseconds",
                        "meaning                  Join timeout",
                        "can be set               yes");
        assertThat(alice.rows("stack get TCP")).hasSizeGreaterThan(100);
        assertThat(alice.lines("stack get FD_ALL3.timeout"))
                .anyMatch(line -> line.contains("no: its timers keep the values that they were started with"));
        assertThat(alice.error("stack get GMS.join_timeot"))
                .isEqualTo("pbcast.GMS has no attribute 'join_timeot'; did you mean 'join_timeout'?");
        assertThat(alice.error("stack get FRAG2"))
                .isEqualTo("This stack has no protocol 'FRAG2'; did you mean 'FRAG4'?");

        assertThat(completed("stack get pbcast.G")).containsExactly("pbcast.GMS", "pbcast.GMS.");
        assertThat(completed("stack set pbcast.GMS.join_")).containsExactly("pbcast.GMS.join_timeout");
        assertThat(completed("stack set FD_ALL3.time")).doesNotContain("FD_ALL3.timeout");
        assertThat(completed("stack use tcp-n")).containsExactly("tcp-nakack4", "tcp-nio");
        assertThat(completed("stack insert DISC")).containsExactly("DISCARD", "DISCARD_PAYLOAD");
        assertThat(completed("stack remove MER")).containsExactly("MERGE3");
    }

    @Test
    void theRunningStackIsChangedHereAndWhereItIsAllowed() throws Exception {
        assertThat(alice.lines("stack set MERGE3.max_interval 7s --all"))
                .hasSize(2)
                .startsWith("MERGE3.max_interval is 7000 now")
                .element(1)
                .asString()
                .startsWith("bob: ")
                .contains("allow-remote-stack");
        bob.session().permissions().allowStack(true);
        assertThat(alice.rows("stack set MERGE3.max_interval 8s --all").get(1))
                .isEqualTo(Map.of("member", "bob", "done", true, "sentence", "MERGE3.max_interval is 8000 now"));
        assertThat(bob.lines("stack get MERGE3.max_interval").get(0)).endsWith("8000");
        assertThat(alice.error("stack set GMS")).startsWith("stack set needs value");
        assertThat(alice.error("stack set GMS 5")).contains("names no attribute");
        assertThat(alice.error("stack set UFC.max_credits 5M")).endsWith("members agree on credits when they meet.");

        assertThat(alice.lines("stack insert DISCARD above TCP up=0.1 down=0"))
                .containsExactly("DISCARD is above TCP now");
        assertThat(alice.rows("stack get DISCARD.up").get(0)).containsEntry("value", 0.1);
        assertThat(alice.error("stack insert DISCARD beside TCP")).contains("above or below");
        assertThat(alice.error("stack insert DISCARD above TCP up")).contains("attribute=value");
        assertThat(alice.lines("stack remove DISCARD")).containsExactly("DISCARD is out of the stack");
        assertThat(alice.error("stack remove GMS"))
                .isEqualTo("pbcast.GMS cannot be taken out: a group does not work without it.");

        Path saved = folder.resolve("saved.xml");
        alice.lines("saveconfig " + saved);
        assertThat(Files.readString(saved)).contains("max_interval=\"8s\"").doesNotContain("DISCARD");
        assertThat(alice.rows("stack diff " + saved))
                .extracting(row -> row.get("attribute"))
                .containsExactly("bind_port");
        assertThat(alice.rows("stack diff tcp " + saved))
                .extracting(row -> row.get("attribute"))
                .containsExactly("bind_port", "max_interval");
    }

    @Test
    void statisticsTellCountersRatesAndRoundTripsOnceOrAgainAndAgain() throws Exception {
        List<Map<String, Object>> first = alice.rows("stats");
        assertThat(kind(first, "roundTrip").get(0))
                .containsEntry("member", "bob")
                .containsEntry("answers", 20L);
        assertThat((double) kind(first, "roundTrip").get(0).get("p50Millis")).isPositive();
        assertThat(kind(first, "trouble").get(0)).containsKeys("askedOthers", "sentAgain", "blocked", "missing");
        alice.lines("msg hello");
        List<String> second = alice.lines("stats");
        assertThat(second.get(0)).matches("Rates are those of the last [\\d.]+ s");
        assertThat(second).anyMatch(line -> line.matches("TCP +num_msgs_sent +\\d+ +[\\d.]+"));
        assertThat(second).anyMatch(line -> line.startsWith("Flow control: blocked "));
        assertThat(alice.rows("stats UNICAST3"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("protocol", "UNICAST3"));

        CommandResult.Done last = (CommandResult.Done) alice.run("stats 2 --watch");
        assertThat(alice.interim()).singleElement().satisfies(interim -> {
            assertThat(interim.command()).isEqualTo("stats 2 --watch");
            assertThat(interim.rows()).hasSameSizeAs(last.rows());
        });
        assertThat(alice.cleared()).isOne();

        CompletableFuture<Optional<CommandResult>> watching = alice.console().executeAsync("stats --watch");
        await().until(() -> alice.interim().size() == 2);
        alice.console().interrupt();
        assertThat(watching.get(10, TimeUnit.SECONDS)).containsInstanceOf(CommandResult.Done.class);
        assertThat(alice.cleared()).isEqualTo(2);
        assertThat(alice.error("stats GMS 2")).contains("--watch");
        assertThat(alice.error("stats NOSUCH")).contains("This stack has no protocol 'NOSUCH'");
    }

    private static List<Map<String, Object>> kind(List<Map<String, Object>> rows, String kind) {
        return rows.stream().filter(row -> kind.equals(row.get("kind"))).toList();
    }

    @Test
    void anotherStackIsUsedWithoutLosingAWord() throws Exception {
        bob.lines("msg before");
        await().until(() -> String.join("\n", alice.lines("history")).contains("before"));
        assertThat(alice.lines("stack use tcp-nio").get(0))
                .startsWith("Back with tcp-nio. ")
                .contains("bob");
        assertThat(alice.lines("history").get(0)).contains("before");
        await().until(() -> alice.session().chat().members().size() == 2);
        alice.lines("msg after");
        await().until(() -> String.join("\n", bob.lines("history")).contains("after"));
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<config><TCP/><AUTH/></config>");
        assertThat(alice.error("stack use " + broken)).startsWith("JGroups does not take the stack broken: ");
        assertThat(alice.session().roster().entries()).hasSize(2);
    }
}
