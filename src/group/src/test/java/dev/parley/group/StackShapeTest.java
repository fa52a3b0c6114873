package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackShapeTest {
    private static final String TCP = "<TCP/><TCPPING/><MERGE3/><pbcast.NAKACK2 use_mcast_xmit='false'/><UNICAST3/>";
    private static final String GMS = "<pbcast.STABLE/><pbcast.GMS print_local_addr='false'/>";

    @TempDir
    Path directory;

    private final List<JGroupsGroup> groups = new ArrayList<>();

    @AfterEach
    void close() {
        groups.forEach(JGroupsGroup::close);
    }

    private JGroupsGroup group(String name, String protocols) throws Exception {
        return group(name, protocols, new Recorder());
    }

    private JGroupsGroup group(String name, String protocols, Recorder recorder) throws Exception {
        Path file = Files.writeString(directory.resolve(name + ".xml"), "<config>" + protocols + "</config>");
        JGroupsGroup group = (JGroupsGroup) JGroupsGroup.FACTORY.create(
                new GroupSettings(name, "room", StackFile.load(file), Optional.of(Loopback.ADDRESS), OptionalInt.of(0)),
                recorder);
        groups.add(group);
        return group;
    }

    private StackPrint print(String protocols) throws Exception {
        return group("some", protocols).stackPrint();
    }

    @Test
    void stacksFitWhateverEachMemberDecidesForItself() throws Exception {
        StackPrint one = print(TCP + GMS + "<FRAG4/>");
        for (String protocols : List.of(
                TCP + GMS + "<FRAG4 frag_size='8000'/>",
                TCP.replace("<MERGE3/>", "<MERGE3 max_interval='5s'/>") + GMS + "<FRAG4/>",
                TCP.replace("<TCP/>", "<TCP_NIO2 port_range='3'/>") + GMS + "<FRAG4/>",
                TCP + "<BARRIER/>" + GMS + "<FRAG4/><pbcast.STATE_TRANSFER/>"))
            assertThat(one.fits(print(protocols))).as(protocols).isTrue();
    }

    @Test
    void stacksDoNotFitWhenOneSpeaksOfWhatTheOtherDoesNotKnow() throws Exception {
        StackPrint one = print(TCP + GMS + "<UFC max_credits='1M'/><FRAG4/>");
        for (String protocols : List.of(
                TCP + GMS + "<FRAG4/>",
                TCP + GMS + "<UFC max_credits='2M'/><FRAG4/>",
                TCP + GMS + "<UFC max_credits='1M'/><FRAG2/>",
                TCP + GMS + "<UFC max_credits='1M'/><FRAG4/><COMPRESS/>",
                TCP + GMS + "<SEQUENCER/><UFC max_credits='1M'/><FRAG4/>"))
            assertThat(one.fits(print(protocols))).as(protocols).isFalse();
    }

    @Test
    void aNewcomerHearsOfAStackThatDoesNotFitBeforeItHasJoined() throws Exception {
        Recorder old = new Recorder();
        JGroupsGroup ann = group("ann", TCP + GMS + "<FRAG4/>", old);
        ann.connect();
        Recorder recorder = new Recorder();
        JGroupsGroup ben = group("ben", TCP + GMS + "<SEQUENCER/><FRAG4/>", recorder);
        ben.discovery().feed(List.of(ann.localAddress()));
        ben.connect();
        assertThat(recorder.stacks).containsExactly(ann.stackPrint());
        await().untilAsserted(() -> assertThat(old.stacks).containsExactly(ben.stackPrint()));
    }

    @Test
    void heartbeatsThatNobodyHereUnderstandsAreNoGoodbyes() throws Exception {
        Recorder recorder = new Recorder();
        JGroupsGroup ann = group("ann", TCP + GMS, recorder);
        ann.connect();
        JGroupsGroup ben =
                group("ben", TCP.replace("<MERGE3/>", "<MERGE3/><FD_ALL3 interval='100ms' timeout='1s'/>") + GMS);
        ben.discovery().feed(List.of(ann.localAddress()));
        ben.connect();
        await().until(() -> ann.inbound().dropped() > 2);
    }

    @Test
    void namesAreMadeVisibleAndShort() {
        assertThat(new StackPrint("my stack\u202e\n", 1).name()).isEqualTo("my-stack-");
        assertThat(new StackPrint("  ", 1).name()).isEqualTo("nameless");
        assertThat(new StackPrint("x".repeat(100), 1).name()).hasSize(64);
        assertThat(new StackPrint("x", 255).digits()).isEqualTo("00000000000000ff");
    }
}
