package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theTimelineShowsTheLatestEventsWithTimeKindAndCause() throws Exception {
        ConsolePeer alice = house.peer("alice");
        assertThat(alice.lines("events")).containsExactly("Nothing has happened yet");
        alice.run("join");
        house.peer("bob").run("join");
        await().untilAsserted(() -> assertThat(alice.lines("events"))
                .hasSize(2)
                .last()
                .asString()
                .matches("[A-Z][a-z]{2} \\d+ [0-9:]{8}\\.\\d{3}  view  View alice\\|1 of 2: new are bob"));

        assertThat(alice.lines("events 1")).hasSize(1);
        assertThat(alice.rows("events 1").get(0))
                .containsOnlyKeys("time", "kind", "text", "details")
                .containsEntry("kind", "view")
                .extractingByKey("details")
                .isInstanceOf(Map.class);
        assertThat(alice.error("events many")).contains("'many' is not a number from 1 to 1000");
    }

    @Test
    void whatAMemberCallsItselfCannotDisturbTheScreen() throws Exception {
        ConsolePeer alice = house.peer("alice");
        alice.session().timeline().add("order", "a\u001b[2J\nb", Map.of());
        assertThat(alice.lines("events")).singleElement().asString().endsWith("a\uFFFD[2J ⏎ b");
    }
}
