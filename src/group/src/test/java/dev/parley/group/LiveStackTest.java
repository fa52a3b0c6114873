package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.group.LiveStack.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.pbcast.GMS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveStackTest {
    private Loopback loopback;
    private JGroupsGroup ann;
    private JGroupsGroup ben;

    @BeforeEach
    void join() throws Exception {
        loopback = Loopback.withDefaultStack();
        ann = loopback.join("ann");
        ben = loopback.join("ben", ann);
        loopback.awaitSize(2, ann, ben);
    }

    @AfterEach
    void close() {
        loopback.close();
    }

    private StackAttribute attribute(String protocol, String name) throws GroupException {
        return ann.stack().attributes(protocol).stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(protocol + " has no " + name));
    }

    private void refused(String sentence, ThrowingCallable change) {
        StackFile before = ann.stack().current();
        List<String> shape = StackShape.of(ann.channel().getProtocolStack());
        assertThatThrownBy(change).isInstanceOf(GroupException.class).hasMessage(sentence);
        assertThat(ann.stack().current()).isEqualTo(before);
        assertThat(StackShape.of(ann.channel().getProtocolStack())).isEqualTo(shape);
    }

    /** Everybody still hears everybody. */
    private void talk() throws GroupException {
        int heard = loopback.heardBy(ben).messageCount.get();
        ann.multicast(Loopback.bytes("hello"));
        ann.send(ben.self(), Loopback.bytes("ben"));
        await().until(() -> loopback.heardBy(ben).messageCount.get() == heard + 2);
        int answered = loopback.heardBy(ann).messageCount.get();
        ben.multicast(Loopback.bytes("hello"));
        await().until(() -> loopback.heardBy(ann).messageCount.get() == answered + 1);
    }

    @Test
    void everyAttributeOfEveryProtocolHasItsTypeValueAndDescription() throws Exception {
        int count = 0;
        for (StackFile.Protocol protocol : ann.stack().current().protocols()) {
            List<StackAttribute> attributes = ann.stack().attributes(protocol.name());
            assertThat(attributes)
                    .isNotEmpty()
                    .allSatisfy(attribute -> assertThat(attribute.type()).isNotBlank());
            assertThat(attributes)
                    .extracting(StackAttribute::name)
                    .containsAll(protocol.attributes().keySet());
            count += attributes.size();
        }
        assertThat(count).isGreaterThan(400);
        assertThat(attribute("pbcast.GMS", "join_timeout"))
                .returns(1_000L, StackAttribute::value)
                .returns("duration in milliseconds", StackAttribute::type)
                .returns("Join timeout", StackAttribute::description)
                .returns("", StackAttribute::fixed);
        assertThat(attribute("TCP", "bundler.capacity").value()).isEqualTo(32_768L);
        assertThat(attribute("tcp", "tcp_nodelay").type()).isEqualTo("truth value");
        assertThat(attribute("merge3", "num_merge_events").fixed()).isEqualTo("it is a reading, not a setting");
    }

    @Test
    void aValueIsConvertedAndTakesEffect() throws Exception {
        StackAttribute changed = ann.stack().set("MERGE3", "max_interval", "7s");
        assertThat(changed.value()).isEqualTo(7_000L);
        MERGE3 merge = ann.channel().getProtocolStack().findProtocol(MERGE3.class);
        assertThat(merge.getMaxInterval()).isEqualTo(7_000);
        ann.stack().set("gms", "print_local_addr", "true");
        GMS membership = ann.channel().getProtocolStack().findProtocol(GMS.class);
        assertThat(membership.printLocalAddress()).isTrue();
        assertThat(ann.stack().current().toXml())
                .contains("max_interval=\"7s\"")
                .contains("print_local_addr=\"true\"");
        assertThat(ann.stackPrint().fits(ben.stackPrint())).isTrue();
    }

    @Test
    void whatCannotBeSetIsRefusedAndSaysWhy() {
        LiveStack stack = ann.stack();
        refused(
                "FD_ALL3.timeout cannot be changed while the stack runs: its timers keep the values that they were started with.",
                () -> stack.set("FD_ALL3", "timeout", "2s"));
        refused(
                "TCP.bind_port cannot be changed while the stack runs: sockets are opened with it when the group is joined.",
                () -> stack.set("TCP", "bind_port", "7800"));
        refused(
                "TCP.diag.enabled cannot be changed while the stack runs: diagnostics would let anybody look into this stack and change it.",
                () -> stack.set("TCP", "diag.enabled", "true"));
        refused(
                "UFC.max_credits cannot be changed while the stack runs: members agree on credits when they meet.",
                () -> stack.set("UFC", "max_credits", "5M"));
        refused(
                "pbcast.GMS has no attribute 'join_timeot'; did you mean 'join_timeout'?",
                () -> stack.set("pbcast.GMS", "join_timeot", "2s"));
        refused(
                "pbcast.GMS.join_timeout does not become 'soon': it takes a duration in milliseconds.",
                () -> stack.set("GMS", "join_timeout", "soon"));
        refused(
                "pbcast.GMS.join_timeout does not become '-5s': it takes a duration in milliseconds.",
                () -> stack.set("GMS", "join_timeout", "-5s"));
        refused(
                "pbcast.GMS.print_local_addr does not become 'maybe': it takes a truth value.",
                () -> stack.set("GMS", "print_local_addr", "maybe"));
        refused("This stack has no protocol 'FRAG2'; did you mean 'FRAG4'?", () -> stack.set("FRAG2", "x", "1"));
    }

    @Test
    void aProtocolIsTakenOutAndPutBackWhilePeopleTalk() throws Exception {
        StackFile before = ann.stack().current();
        ann.stack().remove("MERGE3");
        assertThat(ann.stackPrint().fits(ben.stackPrint())).isFalse();
        talk();
        ann.stack().insert("MERGE3", Map.of("min_interval", "1s", "max_interval", "5s"), Position.ABOVE, "TCPPING");
        assertThat(ann.stackPrint()).isEqualTo(ben.stackPrint());
        assertThat(ann.stack().current()).isEqualTo(before);
        talk();
        ann.stack().remove("FD_ALL3");
        ann.stack().insert("FD_ALL3", Map.of("timeout", "3s", "interval", "500ms"), Position.BELOW, "VERIFY_SUSPECT2");
        FD_ALL3 detection = ann.channel().getProtocolStack().findProtocol(FD_ALL3.class);
        await().until(() -> detection.getHeartbeatsSent() > 0 && detection.getHeartbeatsReceived() > 0);
        talk();
        ann.stack().remove("FD_SOCK2");
        ann.stack().insert("FD_SOCK2", Map.of("offset", "1000", "port_range", "3"), Position.ABOVE, "MERGE3");
        talk();
        assertThat(loopback.heardBy(ann).departures()).isEmpty();
        assertThat(ann.protocols()).extracting(ProtocolReport::name).contains("FD_ALL3", "MERGE3");
    }

    @Test
    void aProtocolOnTopWorksAsInAFile() throws Exception {
        ann.stack().insert("DISCARD", Map.of("drop_down_multicasts", "1"), Position.ABOVE, "FRAG4");
        assertThat(ann.stackPrint()).isEqualTo(ben.stackPrint());
        ann.multicast(Loopback.bytes("lost"));
        assertThat(attribute("DISCARD", "drop_down_multicasts").value()).isEqualTo(0L);
        talk();
        ann.stack().remove("DISCARD");
        talk();
        assertThat(loopback.heardBy(ben).texts()).doesNotContain("lost");
    }

    @Test
    void whatTheGroupNeedsStaysInAndWhatWouldHarmItStaysOut() {
        LiveStack stack = ann.stack();
        refused("TCP cannot be taken out: without a transport nothing is sent.", () -> stack.remove("TCP"));
        refused("pbcast.GMS cannot be taken out: a group does not work without it.", () -> stack.remove("GMS"));
        refused("TCPPING cannot be taken out: pbcast.GMS needs it.", () -> stack.remove("TCPPING"));
        refused("UFC cannot be taken out: the other members rely on this one having it.", () -> stack.remove("UFC"));
        refused(
                "COMPRESS cannot be put into this stack: the other members have none and would not understand this one.",
                () -> stack.insert("COMPRESS", Map.of(), Position.BELOW, "FRAG4"));
        refused(
                "DELAY cannot be put into this stack: it keeps a processor busy, also after it was taken out.",
                () -> stack.insert("DELAY", Map.of(), Position.ABOVE, "TCP"));
        refused(
                "UFC cannot be put into this stack: it is there already.",
                () -> stack.insert("UFC", Map.of(), Position.ABOVE, "FRAG4"));
        refused(
                "UDP cannot be put into this stack: a stack has one transport.",
                () -> stack.insert("UDP", Map.of(), Position.ABOVE, "TCP"));
        refused(
                "Nothing goes below the transport TCP.",
                () -> stack.insert("DISCARD", Map.of(), Position.BELOW, "TCP"));
        refused(
                "JGroups has no protocol 'DISCRAD'; did you mean 'DISCARD'?",
                () -> stack.insert("DISCRAD", Map.of(), Position.ABOVE, "TCP"));
        refused(
                "DISCARD has no attribute 'discard_al'; did you mean 'discard_all'?",
                () -> stack.insert("DISCARD", Map.of("discard_al", "true"), Position.ABOVE, "TCP"));
        refused(
                "DISCARD.up takes a number such as 10 or 64K, not 'much'.",
                () -> stack.insert("DISCARD", Map.of("up", "much"), Position.ABOVE, "TCP"));
    }

    @Test
    void aProtocolThatDoesNotStartLeavesTheStackAsItWas() throws Exception {
        refused(
                "FD_HOST does not start in this stack: interval (1) has to be less than timeout (1).",
                () -> ann.stack()
                        .insert("FD_HOST", Map.of("interval", "1", "timeout", "1"), Position.ABOVE, "TCPPING"));
        talk();
    }

    @Test
    void whoIsAloneMayChangeWhatOthersWouldHaveToShareAndTheyAreToldApart(@TempDir Path folder) throws Exception {
        ben.close();
        loopback.awaitSize(1, ann);
        ann.stack().insert("COMPRESS", Map.of(), Position.BELOW, "FRAG4");
        assertThat(ann.stackPrint().fits(ben.stackPrint())).isFalse();
        Path saved = Files.writeString(
                folder.resolve("mine.xml"), ann.stack().current().toXml());
        Loopback other = new Loopback(StackFile.load(saved));
        try (other) {
            JGroupsGroup cem = other.join("cem", ann);
            assertThat(cem.stackPrint().fits(ann.stackPrint())).isTrue();
            loopback.awaitSize(2, ann, cem);
            cem.multicast(Loopback.bytes("x".repeat(50_000)));
            await().until(() -> loopback.heardBy(ann).messageCount.get() == 1);
        }
    }
}
