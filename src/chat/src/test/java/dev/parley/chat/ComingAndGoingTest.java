package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.JGroupsGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever leaves leaves nothing behind. Real groups on loopback. */
class ComingAndGoingTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int WARM_UP = 3;

    /** Threads by which JGroups sends for a member on its own: one to all, one to itself, one to whom it asks just now. */
    private static final int MOST_BUNDLERS = 3;

    @TempDir
    private Path folder;

    @Tag("system")
    @Test
    void whoJoinsAndLeavesTenTimesLeavesNoThreadSocketOrFileBehind() throws Exception {
        comeAndGo(10);
    }

    @Tag("soak")
    @Test
    void whoJoinsAndLeavesAHundredTimesLeavesNoThreadSocketOrFileBehind() throws Exception {
        comeAndGo(100);
    }

    private void comeAndGo(int times) throws Exception {
        try (TestHouse house = new TestHouse(folder)) {
            TestPeer stays = house.peer("stays", JGroupsGroup.FACTORY);
            stays.session().join(Optional.empty());
            TestPeer comes = house.peer("comes", JGroupsGroup.FACTORY);
            // What is made once and kept is there by then.
            for (int i = 0; i < WARM_UP; i++) joinAndLeave(comes, stays);
            awaitRest();
            int files = openFiles().size();

            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) joinAndLeave(comes, stays);
            System.out.printf(
                    "Figures: %d times joined and left: %.2f s each%n",
                    times, (System.nanoTime() - begun) / 1e9 / times);

            awaitRest();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(bundlersOf("stays")).isLessThanOrEqualTo(MOST_BUNDLERS);
                assertThat(openFiles()).hasSizeLessThanOrEqualTo(files);
            });
        }
    }

    /** A session at rest has one thread, whether it has joined or left. */
    private static void awaitRest() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(threadsOf("comes")).isEmpty();
            assertThat(ownThreads()).isEqualTo(Map.of("parley-session", 2L));
        });
    }

    private static void joinAndLeave(TestPeer comes, TestPeer stays) throws Exception {
        comes.session().join(Optional.empty());
        await().until(() -> stays.session().roster().names().size() == 2);
        comes.session().leave();
        await().until(() -> stays.session().roster().names().size() == 1);
    }

    /** JGroups' threads of this member. */
    private static List<String> threadsOf(String member) {
        return threads().filter(name -> name.endsWith(",lobby," + member)).toList();
    }

    private static long bundlersOf(String member) {
        return threadsOf(member).stream()
                .filter(name -> name.startsWith("pd-bundler"))
                .count();
    }

    /** How many threads of Parley's there are of each kind. */
    private static Map<String, Long> ownThreads() {
        return threads()
                .filter(name -> name.startsWith("parley-") && !name.startsWith("parley-bootstrap"))
                .map(name -> name.replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    /** What each file descriptor stands for; nothing where the system does not tell. */
    private static List<String> openFiles() {
        if (!Files.isDirectory(OPEN_FILES)) return List.of();
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.map(ComingAndGoingTest::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // Closed meanwhile, as the one by which the folder was read.
            return "";
        }
    }
}
