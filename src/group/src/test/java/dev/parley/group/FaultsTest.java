package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgroups.stack.Protocol;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theTwoSidesOfAPartitionGoOnAloneAndMergeByThemselvesOnceItIsHealed() throws Exception {
        try (Loopback loopback = Loopback.withSlow(Map.of("FD_ALL3", Map.of("timeout", "3s", "interval", "500ms")))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            JGroupsGroup cat = loopback.join("cat", ann);
            JGroupsGroup dan = loopback.join("dan", ann);
            loopback.awaitSize(4, ann, ben, cat, dan);
            List<Protocol> untouched = protocols(ann);
            List<ProtocolReport> shown = named(ann.protocols());

            for (Group one : List.of(ann, ben)) one.faults().partitionFrom(ids(cat, dan));
            for (Group other : List.of(cat, dan)) other.faults().partitionFrom(ids(ann, ben));
            loopback.awaitSize(2, ann, ben, cat, dan);
            assertThat(ann.membership()).isEqualTo(ben.membership());
            assertThat(cat.membership()).isEqualTo(dan.membership());
            assertThat(named(ann.protocols())).isEqualTo(shown);
            ann.multicast(Loopback.bytes("only for ben"));
            cat.multicast(Loopback.bytes("only for dan"));
            await().atMost(PATIENCE)
                    .until(() -> !loopback.heardBy(ben).texts().isEmpty()
                            && !loopback.heardBy(dan).texts().isEmpty());
            assertThat(ann.faults().partitionedFrom()).isEqualTo(ids(cat, dan));
            assertThat(ann.faults().dropped()).isPositive();

            for (Group each : List.of(ann, ben, cat, dan)) each.faults().heal();
            loopback.awaitSize(4, ann, ben, cat, dan);
            assertThat(loopback.heardBy(dan).lastView().merged()).isTrue();
            assertThat(loopback.heardBy(ben).texts()).containsExactly("only for ben");
            assertThat(loopback.heardBy(dan).texts()).containsExactly("only for dan");
            assertThat(protocols(ann)).isEqualTo(untouched);
            assertThat(ann.faults().partitionedFrom()).isEmpty();
            assertThat(ann.faults().dropped()).isZero();
        }
    }

    @Test
    void whatAShortPartitionDroppedIsSentAgain() throws Exception {
        try (Loopback loopback = Loopback.withSlow(Map.of("FD_ALL3", Map.of("timeout", "100s", "interval", "20s")))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            ben.faults().partitionFrom(ids(ann));
            List<String> texts =
                    IntStream.range(0, 200).mapToObj(i -> "line " + i).toList();
            for (String text : texts) ann.multicast(Loopback.bytes(text));
            await().atMost(PATIENCE).until(() -> ben.faults().dropped() > 0);
            assertThat(loopback.heardBy(ben).texts()).isEmpty();

            ben.faults().heal();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(loopback.heardBy(ben).textsFrom(ann.self()))
                            .isEqualTo(texts));
            assertThat(loopback.heardBy(ben).views).hasSize(1);
        }
    }

    @Test
    void aFaultComesAndGoesUnderLoadWithoutASecondCopyOrALoss() throws Exception {
        try (Loopback loopback = Loopback.withSlow(Map.of("FD_ALL3", Map.of("timeout", "100s", "interval", "20s")))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            List<String> texts =
                    IntStream.range(0, 5_000).mapToObj(i -> "line " + i).toList();
            for (int i = 0; i < texts.size(); i++) {
                if (i % 500 == 100) ben.faults().partitionFrom(ids(ann));
                if (i % 500 == 300) ben.faults().heal();
                ann.multicast(Loopback.bytes(texts.get(i)));
            }
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ben).messageCount.get() >= texts.size());
            assertThat(loopback.heardBy(ben).textsFrom(ann.self())).isEqualTo(texts);
        }
    }

    @Test
    void aPartitionNeedsAConnectionAndEndsWithIt() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.create("ann");
            ann.faults().heal();
            assertThatThrownBy(() -> ann.faults().partitionFrom(Set.of(UUID.randomUUID())))
                    .isInstanceOf(GroupException.class)
                    .hasMessage("Not connected to a group.");
            ann.connect();
            List<Protocol> untouched = protocols(ann);
            ann.faults().partitionFrom(Set.of(UUID.randomUUID()));
            assertThat(protocols(ann)).hasSize(untouched.size() + 1);
            ann.faults().partitionFrom(Set.of());
            assertThat(protocols(ann)).isEqualTo(untouched);
            ann.faults().partitionFrom(Set.of(UUID.randomUUID()));
        }
    }

    private static List<Protocol> protocols(JGroupsGroup group) {
        return group.channel().getProtocolStack().getProtocols();
    }

    private static List<ProtocolReport> named(List<ProtocolReport> reports) {
        return reports.stream()
                .map(report -> new ProtocolReport(report.name(), report.configured(), Map.of()))
                .toList();
    }

    private static Set<UUID> ids(Group... groups) {
        return Arrays.stream(groups).map(Group::self).collect(Collectors.toSet());
    }
}
