package dev.parley.group;

import static dev.parley.group.Loopback.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.group.GroupEvent.Departure;
import dev.parley.group.GroupEvent.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.EmptyMessage;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.protocols.TpHeader;
import org.jgroups.util.MessageBatch;
import org.junit.jupiter.api.Test;

class InboundTest {
    private final UUID self = UUID.randomUUID();
    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final Recorder recorder = new Recorder();
    private final Set<UUID> suspects = new HashSet<>();
    private final List<UUID> confirmations = new ArrayList<>();
    private final Goodbyes goodbyes = new Goodbyes(confirmations::add);
    private final Inbound inbound = new Inbound(self, recorder, suspicions(), goodbyes, Runnable::run);
    private long views;

    private Inbound.Suspicions suspicions() {
        return new Inbound.Suspicions() {
            @Override
            public boolean suspected(UUID member) {
                return suspects.contains(member);
            }

            @Override
            public boolean understood(Message message) {
                return message.getHeaders().isEmpty();
            }

            @Override
            public void viewChanged(List<UUID> present) {
                suspects.retainAll(present);
            }
        };
    }

    private void view(UUID... members) {
        List<Address> addresses = Arrays.stream(members).map(Members::address).toList();
        inbound.viewAccepted(new View(addresses.get(0), views++, addresses));
    }

    private Message toMe(UUID from, String text) {
        return new BytesMessage(Members.address(self), bytes(text)).setSrc(Members.address(from));
    }

    private static Message toAll(UUID from, String text) {
        return new BytesMessage(null, bytes(text)).setSrc(Members.address(from));
    }

    @Test
    void aHeartbeatOfAProtocolThatThisStackLacksIsNoGoodbye() {
        view(self, ann);
        Message heartbeat = new EmptyMessage(null).setSrc(Members.address(ann));
        inbound.receive(heartbeat.putHeader((short) 7, new TpHeader("room")));
        view(self);
        assertThat(recorder.departures())
                .containsExactly(new GroupEvent.Departure(
                        new Member(ann, recorder.departures().get(0).member().logicalName()),
                        GroupEvent.Reason.UNKNOWN));
    }

    @Test
    void ownMulticastsThatAProtocolBringsBackAreNotDelivered() {
        view(self, ann);
        inbound.receive(toAll(self, "mine"));
        inbound.receive(toAll(ann, "hers"));
        assertThat(recorder.texts()).containsExactly("hers");
    }

    @Test
    void whatANewcomerSendsBeforeItsViewIsHereComesAfterThatView() {
        view(self);
        inbound.receive(toMe(ann, "hello"));
        inbound.receive(toMe(ann, "it is me"));
        assertThat(recorder.texts()).isEmpty();
        view(self, ann);
        inbound.receive(toMe(ann, "again"));
        assertThat(recorder.texts()).containsExactly("hello", "it is me", "again");
        assertThat(inbound.dropped()).isZero();
    }

    @Test
    void whatComesBeforeTheFirstViewIsKeptToo() {
        inbound.receive(toMe(ann, "welcome"));
        view(ann, self);
        assertThat(recorder.texts()).containsExactly("welcome");
    }

    @Test
    void strangersAreNotKeptForEverNorWithoutLimit() {
        view(self);
        for (int i = 0; i < EarlyMessages.MOST_MESSAGES + 10; i++) inbound.receive(toMe(ann, "message " + i));
        assertThat(inbound.dropped()).isEqualTo(10);
        inbound.receive(new BytesMessage(Members.address(self), new byte[EarlyMessages.MOST_BYTES + 1])
                .setSrc(Members.address(ben)));
        assertThat(inbound.dropped()).isEqualTo(11);
        view(self, ben);
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void strangersTakeNoRoomFromMembers() {
        view(self, ann);
        inbound.receive(toMe(ben, "who is there?"));
        MessageBatch batch =
                new MessageBatch(200).setDest(Members.address(self)).setSender(Members.address(ann));
        for (int i = 0; i < 200; i++) batch.add(toMe(ann, "message " + i));
        inbound.receive(batch);
        assertThat(recorder.textsFrom(ann)).hasSize(200);
    }

    @Test
    void whatAStrangerSendsToAllIsDropped() {
        view(self);
        inbound.receive(toAll(ann, "spam"));
        view(self, ann);
        assertThat(recorder.texts()).isEmpty();
        assertThat(inbound.dropped()).isEqualTo(1);
    }

    @Test
    void theLastWordsOfWhoJustLeftAreHeardUntilTheNextView() {
        view(self, ann, ben);
        view(self, ben);
        inbound.receive(toAll(ann, "last words"));
        view(self);
        inbound.receive(toAll(ann, "from the grave"));
        assertThat(recorder.texts()).containsExactly("last words");
    }

    @Test
    void aBatchIsOneEventAndKeepsItsOrder() {
        view(self, ann);
        MessageBatch batch = new MessageBatch(3).setDest(null).setSender(Members.address(ann));
        for (String text : List.of("one", "two", "three")) batch.add(toAll(ann, text));
        inbound.receive(batch);
        assertThat(recorder.textsFrom(ann)).containsExactly("one", "two", "three");
    }

    @Test
    void payloadsAreCopiesOfTheirOwnLength() {
        view(self, ann);
        byte[] shared = bytes("..payload..");
        inbound.receive(new BytesMessage(null, shared, 2, 7).setSrc(Members.address(ann)));
        Arrays.fill(shared, (byte) 'x');
        assertThat(recorder.texts()).containsExactly("payload");
    }

    @Test
    void departuresHaveTheirReasons() {
        UUID cat = UUID.randomUUID();
        view(self, ann, ben, cat);
        inbound.receive(new EmptyMessage(null).setSrc(Members.address(ann)));
        suspects.add(ben);
        view(self);
        assertThat(recorder.departures())
                .extracting(departure -> departure.member().id(), Departure::reason)
                .containsExactly(tuple(ann, Reason.LEFT), tuple(ben, Reason.CRASHED), tuple(cat, Reason.UNKNOWN));
        assertThat(suspects).isEmpty();
        assertThat(confirmations).containsExactly(ann);
    }

    @Test
    void aLeaverWaitsForAllWhoAreStillThere() {
        UUID cat = UUID.randomUUID();
        view(self, ann, ben, cat);
        goodbyes.expectFrom(List.of(ann, ben, cat));
        inbound.receive(new EmptyMessage(Members.address(self)).setSrc(Members.address(ann)));
        view(self, ann, cat);
        assertThat(goodbyes.awaitConfirmations(Duration.ZERO)).isFalse();
        inbound.receive(new EmptyMessage(Members.address(self)).setSrc(Members.address(cat)));
        assertThat(goodbyes.awaitConfirmations(Duration.ofSeconds(60))).isTrue();
        assertThat(goodbyes.saidBy(ann)).isFalse();
        assertThat(goodbyes.saidBy(self)).isFalse();
        assertThat(confirmations).isEmpty();
    }

    @Test
    void anUnknownNameIsTheIdsText() {
        view(self, ann);
        assertThat(inbound.membership().member(ann).orElseThrow().logicalName()).isEqualTo(ann.toString());
        assertThat(inbound.membership().viewId()).isEqualTo(self + "|0");
    }

    @Test
    void nothingIsHeardAfterTheEnd() {
        view(self, ann);
        inbound.end();
        inbound.end();
        view(self);
        inbound.receive(toAll(ann, "too late"));
        inbound.suspected(ann, "it is silent");
        assertThat(recorder.disconnections).hasValue(1);
        assertThat(recorder.views).hasSize(1);
        assertThat(recorder.texts()).isEmpty();
        assertThat(recorder.suspicions).isEmpty();
    }

    @Test
    void aListenerThatFailsIsNobodyElsesProblem() {
        Recorder touchy = new Recorder() {
            @Override
            public void messagesReceived(GroupEvent.MessagesReceived event) {
                super.messagesReceived(event);
                throw new AssertionError("touchy");
            }
        };
        Inbound other = new Inbound(self, touchy, suspicions(), goodbyes, Runnable::run);
        other.receive(toMe(self, "early"));
        other.viewAccepted(new View(Members.address(self), 0, List.of(Members.address(self))));
        other.receive(toMe(self, "one"));
        other.receive(toMe(self, "two"));
        assertThat(touchy.texts()).containsExactly("early", "one", "two");
    }

    @Test
    void onlyMembersAreSuspected() {
        view(self, ann);
        inbound.suspected(ben, "it is silent");
        inbound.suspected(ann, "it is silent");
        assertThat(recorder.suspicions)
                .extracting(suspected -> suspected.member().id())
                .containsExactly(ann);
    }
}
