package dev.parley.group.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupEvent.Reason;
import dev.parley.group.GroupException;
import dev.parley.group.GroupListener;
import dev.parley.group.GroupSettings;
import dev.parley.group.Member;
import dev.parley.group.StackFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeNetworkTest {
    private final FakeNetwork network = new FakeNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    /** Writes down what it hears, in one line an event. */
    private static final class Diary implements GroupListener {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void viewChanged(GroupEvent.ViewChanged event) {
            List<String> names = event.membership().members().stream()
                    .map(Member::logicalName)
                    .toList();
            String left = event.left().stream()
                    .map(departure -> " -" + departure.member().logicalName() + " " + departure.reason())
                    .reduce("", String::concat);
            lines.add("view " + names + left + (event.merged() ? " merged" : ""));
        }

        @Override
        public void suspected(GroupEvent.Suspected event) {
            lines.add("suspected");
        }

        @Override
        public void stackMet(GroupEvent.StackMet event) {}

        @Override
        public void messagesReceived(GroupEvent.MessagesReceived event) {
            event.messages().forEach(message -> lines.add(new String(message.payload(), StandardCharsets.UTF_8)));
        }

        @Override
        public void whispered(GroupEvent.Whispered event) {
            lines.add("whisper " + new String(event.message().payload(), StandardCharsets.UTF_8));
        }

        @Override
        public void disconnected(GroupEvent.Disconnected event) {
            lines.add("disconnected");
        }
    }

    private final Diary anns = new Diary();
    private final Diary bens = new Diary();

    private Group join(String name, GroupListener listener) throws GroupException {
        Group group = network.factory()
                .create(
                        new GroupSettings(
                                name, "room", StackFile.bundled("tcp"), Optional.empty(), OptionalInt.empty()),
                        listener);
        group.connect();
        return group;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void membersSeeEachOtherTalkAndLeave() throws Exception {
        Group ann = join("ann", anns);
        Group ben = join("ben", bens);
        assertThat(ann.membership()).isEqualTo(ben.membership());
        ann.multicast(bytes("one"));
        ann.multicast(bytes("two"));
        ben.send(ann.self(), bytes("only you"));
        network.settle();
        ben.disconnect(Duration.ofSeconds(1));
        network.settle();
        assertThat(anns.lines).containsExactly("view [ann]", "view [ann, ben]", "only you", "view [ann] -ben LEFT");
        assertThat(bens.lines).containsExactly("view [ann, ben]", "one", "two", "disconnected");
        assertThatThrownBy(() -> ben.multicast(bytes("three"))).isInstanceOf(GroupException.class);
    }

    @Test
    void whoCrashesHearsNothingMore() throws Exception {
        Group ann = join("ann", anns);
        Group ben = join("ben", bens);
        network.settle();
        network.crash(ann);
        network.settle();
        assertThat(anns.lines).containsExactly("view [ann]", "view [ann, ben]");
        assertThat(bens.lines).containsExactly("view [ann, ben]", "view [ben] -ann " + Reason.CRASHED);
        assertThat(ben.membership().coordinator().orElseThrow().id()).isEqualTo(ben.self());
    }

    @Test
    void partsHearNothingOfEachOtherUntilTheyMerge() throws Exception {
        Group ann = join("ann", anns);
        Group ben = join("ben", bens);
        network.partition(List.of(ann), List.of(ben));
        ann.multicast(bytes("lost"));
        network.heal();
        ann.multicast(bytes("found"));
        network.settle();
        assertThat(bens.lines)
                .containsExactly("view [ann, ben]", "view [ben] -ann CRASHED", "view [ann, ben] merged", "found");
        assertThat(ann.membership()).isEqualTo(ben.membership());
    }

    @Test
    void oneThatIsPartitionedFromAnotherIsApartFromItUntilItIsHealed() throws Exception {
        Group ann = join("ann", anns);
        Group ben = join("ben", bens);
        ann.faults().partitionFrom(Set.of(ben.self()));
        assertThat(ann.faults().partitionedFrom()).containsExactly(ben.self());
        ann.multicast(bytes("lost"));
        ann.faults().heal();
        ann.multicast(bytes("found"));
        network.settle();
        assertThat(bens.lines)
                .containsExactly("view [ann, ben]", "view [ben] -ann CRASHED", "view [ann, ben] merged", "found");
        assertThat(ann.faults().partitionedFrom()).isEmpty();
    }
}
