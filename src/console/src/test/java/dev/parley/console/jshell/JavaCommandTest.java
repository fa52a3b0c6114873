package dev.parley.console.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.console.CommandResult;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Invocation;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.group.JGroupsGroup;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One peer for all: starting a compiler takes its time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaCommandTest {
    private ConsoleHouse house;
    private ConsolePeer peer;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new ConsoleHouse(folder);
        peer = house.peer("alice", JGroupsGroup.FACTORY);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void sessionGroupAndChannelAreThisPeersOwn() {
        assertThat(peer.lines("java session.self()")).singleElement().asString().endsWith("==> \"alice\"");
        peer.lines("join");
        assertThat(peer.lines("java channel.getView()"))
                .singleElement()
                .asString()
                .contains("|0] (1)");
        assertThat(peer.lines("java group.membership().members().size()"))
                .singleElement()
                .asString()
                .endsWith("==> 1");
        peer.lines("memberlistdelete");
        assertThat(peer.lines("java channel == null && group == null"))
                .singleElement()
                .asString()
                .endsWith("true");
    }

    @Test
    void whatIsDefinedStaysAndValuesAreRows() {
        peer.lines("java int twice(int n) { return 2 * n; }");
        peer.lines("java var answer = twice(21)");
        assertThat(peer.lines("java answer")).containsExactly("answer ==> 42");
        assertThat(peer.rows("java answer")).containsExactly(Map.of("name", "answer", "type", "int", "value", "42"));
        assertThat(peer.lines("java int a = 1; int b = a + 1;")).containsExactly("a ==> 1", "b ==> 2");
    }

    @Test
    void codeThatIsNotCompleteGoesOnWithTheNextLine() {
        assertThat(peer.lines("java for (int i = 0; i < 2; i++) {"))
                .singleElement()
                .asString()
                .contains("goes on");
        assertThat(peer.lines("java System.out.println(\"printed \" + i);"))
                .singleElement()
                .asString()
                .contains("goes on");
        assertThat(peer.lines("java }")).containsExactly("printed 0", "printed 1");
        assertThat(peer.lines("java List.of(\n1,\n2)"))
                .singleElement()
                .asString()
                .endsWith("==> [1, 2]");
        assertThat(peer.lines("java if (true) {")).singleElement().asString().contains("goes on");
        assertThat(peer.lines("java")).containsExactly("Given up");
        assertThat(peer.error("java")).isEqualTo("java needs code; usage: java [code]");
    }

    @Test
    void whatIsWrongIsOneSentence() {
        assertThat(peer.error("java nosuch.thing()"))
                .startsWith("This is no Java: cannot find symbol")
                .endsWith(".");
        assertThat(peer.error("java throw new IllegalStateException(\"so what\")"))
                .isEqualTo("It threw java.lang.IllegalStateException: so what");
        assertThat(peer.error("java 1 +* 2")).startsWith("This is no Java: ");
    }

    @Test
    void ctrlCEndsCodeThatNeverEnds() {
        CompletableFuture<Optional<CommandResult>> running =
                peer.console().executeAsync("java while (true) Thread.sleep(10);");
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().startsWith("JShell")));
        peer.console().interrupt();
        assertThat(running.join().orElseThrow().toString()).contains("Stopped by the user.");
        assertThat(peer.lines("java 1 + 1")).singleElement().asString().endsWith("==> 2");
    }

    @Test
    void withoutItOneSentenceSaysWhy() {
        Invocation invocation = new Invocation(
                peer.session(), new Arguments(new JavaCommand(true).manual(), Map.of(), Set.of(), "1 + 1"));
        assertThatThrownBy(() -> new JavaCommand(false).run(invocation))
                .isInstanceOf(CommandException.class)
                .hasMessage("Java is off in this run; start without --no-java to have it.");
        assertThatThrownBy(() -> new JavaCommand(true, false).run(invocation))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no jshell (module jdk.jshell)")
                .hasMessageContaining("JDK 17");
    }
}
