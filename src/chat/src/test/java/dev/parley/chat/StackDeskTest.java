package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.GroupFactory;
import dev.parley.group.LiveStack.Position;
import dev.parley.group.StackAttribute;
import dev.parley.group.StackFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDeskTest {
    @TempDir
    Path folder;

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Groups of the fake network, but one with the stack {@code broken} does not connect. */
    private GroupFactory breaking() {
        return (settings, listener) -> {
            Group group = house.network().factory().create(settings, listener);
            if (!settings.stack().name().equals("broken")) return group;
            return (Group) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Group.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("connect")) throw new GroupException("The net is down");
                        try {
                            return method.invoke(group, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        };
    }

    private Path file(String name, String xml) throws Exception {
        return Files.writeString(folder.resolve(name + ".xml"), xml);
    }

    private static List<String> notices(TestPeer peer) {
        return peer.notices.stream().map(SessionEvent.NoticeGiven::text).toList();
    }

    @Test
    void anotherStackIsTakenWithProgressAndWhatWasSaidStays() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben");
        TestPeer ann = peers.get(0);
        peers.get(1).session().chat().say("before");
        await().until(() -> ann.texts().contains("before"));
        JoinReport report = ann.session().stack().use("tcp-nakack4").orElseThrow();
        assertThat(report.members()).containsExactlyInAnyOrder("ann", "ben");
        assertThat(ann.session().stack().current()).isEqualTo(StackFile.bundled("tcp-nakack4"));
        assertThat(ann.log()).containsExactly("before");
        await().until(() -> ann.session().chat().members().size() == 2);
        ann.session().chat().say("after");
        await().until(() -> peers.get(1).texts().contains("after"));
        assertThat(notices(ann))
                .contains("Leaving lobby to come back with the stack tcp-nakack4.")
                .anyMatch(notice -> notice.matches("Joining lobby from .* with the stack tcp-nakack4\\."))
                .as("what the caller tells from the report")
                .doesNotContain(report.summary());
        assertThat(ann.session().timeline().latest(100))
                .anyMatch(entry ->
                        entry.kind().equals("stack") && entry.text().equals("The stack is tcp-nakack4 instead of tcp"));
    }

    @Test
    void whoTookNoPartInTheChatStillTakesNone() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben");
        peers.get(0).session().chat().leave();
        peers.get(0).session().stack().use("tcp-nio");
        await().until(() -> peers.get(1).session().roster().entries().size() == 2);
        assertThat(peers.get(0).session().chat().members())
                .extracting(Roster.Entry::shownName)
                .doesNotContain("ann");
    }

    @Test
    void aStackThatDoesNotStartBringsTheOldOneBack() throws Exception {
        TestPeer ben = house.joined("ben").get(0);
        TestPeer ann = house.peer("ann", breaking());
        ann.session().join(java.util.Optional.empty());
        Path broken = file("broken", "<config><TCP/><pbcast.GMS/></config>");
        StackFile before = ann.session().stack().current();
        long start = System.nanoTime();
        assertThatThrownBy(() -> ann.session().stack().use(broken.toString()))
                .isInstanceOf(SessionException.class)
                .hasMessage("broken does not start here, so this peer is back with tcp: The net is down");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(ann.session().stack().current()).isEqualTo(before);
        await().until(() -> ben.session().chat().members().size() == 2);
        ann.session().chat().say("here I am");
        await().until(() -> ben.texts().contains("here I am"));
    }

    @Test
    void aFileThatIsNoStackChangesNothing() throws Exception {
        TestPeer ann = house.joined("ann").get(0);
        int states = ann.states.size();
        assertThatThrownBy(() -> ann.session()
                        .stack()
                        .use(file("bad", "<config><TCPP/></config>").toString()))
                .hasMessage("bad.xml, line 1: JGroups has no protocol 'TCPP'; did you mean 'TCP'?");
        assertThatThrownBy(() -> ann.session().stack().use("tcp-nakack"))
                .hasMessage("There is no stack file 'tcp-nakack'; did you mean 'tcp-nakack4'?");
        assertThat(ann.states).hasSize(states);
    }

    @Test
    void withoutAGroupTheStackServesTheNextOne() throws Exception {
        TestPeer ann = house.peer("ann");
        assertThat(ann.session().stack().use("tcp-lossy")).isEmpty();
        ann.session().join(java.util.Optional.empty());
        assertThat(house.group(ann).settings().stack().name()).isEqualTo("tcp-lossy");
    }

    @Test
    void aNewcomerOnAnotherTransportIsToldBeforeItJoins() throws Exception {
        house.joined("ann");
        TestPeer ben = house.peer("ben", StackFile.bundled("udp"));
        ben.session().join(java.util.Optional.empty());
        assertThat(notices(ben))
                .anyMatch(notice -> notice.startsWith("Whoever is listed talks over tcp, but the stack udp over udp"));
    }

    @Test
    void aChangeOfTheRunningStackIsNotedAndWhatOthersMustKnowOfItIsTold() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben");
        TestPeer ann = peers.get(0);
        StackAttribute level = ann.session().stack().set("pbcast.GMS", "level", "7");
        assertThat(level.value()).isEqualTo(7L);
        ann.session().stack().remove("MERGE3");
        ann.session().stack().insert("SEQUENCER", Map.of(), Position.ABOVE, "pbcast.GMS");
        assertThat(ann.session().timeline().latest(100))
                .extracting(Timeline.Entry::text)
                .contains(
                        "The running stack was changed: set pbcast.GMS.level 7",
                        "The running stack was changed: remove MERGE3",
                        "The running stack was changed: insert SEQUENCER");
        var print = house.group(ann).stackPrint();
        await().until(() -> peers.get(1).session().about(house.group(ann).self()).stream()
                .anyMatch(about -> about.stack().equals(print)));
        await().until(() -> notices(peers.get(1)).stream().anyMatch(notice -> notice.contains("do not fit")));
        assertThatThrownBy(() -> ann.session().stack().remove("NOSUCH")).isInstanceOf(SessionException.class);
    }

    @Test
    void othersChangeTheirStackOnlyIfTheyAllowIt() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben", "cem");
        peers.get(1).session().permissions().allowStack(true);
        List<OrderDesk.Answer> answers = peers.get(0).session().stack().setAtOthers("pbcast.GMS", "level", "5");
        assertThat(answers)
                .extracting(OrderDesk.Answer::member, OrderDesk.Answer::outcome)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("ben", Outcome.DONE),
                        org.assertj.core.api.Assertions.tuple("cem", Outcome.REFUSED));
        assertThat(answers.get(0).sentence()).isEqualTo("pbcast.GMS.level is 5 now");
        assertThat(answers.get(1).sentence()).contains("allow-remote-stack");
        assertThat(peers.get(1)
                        .session()
                        .stack()
                        .attributes("pbcast.GMS")
                        .get(0)
                        .value())
                .isEqualTo(5L);
        assertThat(peers.get(2)
                        .session()
                        .stack()
                        .attributes("pbcast.GMS")
                        .get(0)
                        .value())
                .isEqualTo(1L);
        await().until(() ->
                notices(peers.get(1)).contains("ann has changed the stack here: pbcast.GMS.level is 5 now."));
    }
}
