package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.Group;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class GroupAloneTest {
    @Test
    void twoMembersMeetAndGreet() throws Exception {
        List<String> ann = new CopyOnWriteArrayList<>();
        List<String> ben = new CopyOnWriteArrayList<>();
        try (Group first = new GroupAlone(ann::add).join("ann", List.of());
                Group second = new GroupAlone(ben::add).join("ben", List.of(first.localAddress()))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> ann.contains("hello from ben"));
            assertThat(second.membership().size()).isEqualTo(2);
            assertThat(ann).contains("1 in the group", "2 in the group");
            assertThat(ben).contains("2 in the group");
        }
    }

    @Test
    void thePageQuotesExactlyThis() throws Exception {
        String source = Files.readString(Path.of("src/test/java/example/GroupAlone.java"));
        assertThat(Files.readString(Path.of("../../docs/embedding.md"))).contains("```java\n" + source + "```\n");
    }
}
