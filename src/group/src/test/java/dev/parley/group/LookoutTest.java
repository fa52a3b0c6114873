package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.group.faults.Whisper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.EmptyMessage;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TpHeader;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;
import org.jgroups.util.TimeScheduler;
import org.jgroups.util.TimeScheduler3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final short MERGE = ClassConfigurator.getProtocolId(MERGE3.class);

    private final Address self = Members.address(UUID.randomUUID());
    private final Address ann = Members.address(UUID.randomUUID());
    private final Address stranger = Members.address(UUID.randomUUID());
    private final Set<Address> left = new HashSet<>();
    private final List<Message> heard = new ArrayList<>();
    private final List<Message> sent = new ArrayList<>();
    private final List<StackPrint> stacks = new ArrayList<>();
    private final Lookout lookout = new Lookout(new Watch());
    private final TimeScheduler alarms = new TimeScheduler3();
    private final List<String> causes = new ArrayList<>();
    private final List<Address> whispers = new ArrayList<>();
    private int otherParts;

    private final class Watch implements Lookout.Watcher {
        @Override
        public void suspected(Address member, String cause) {
            causes.add(cause);
        }

        @Override
        public void otherPartSeen() {
            otherParts++;
        }

        @Override
        public void leaving(Address member) {}

        @Override
        public boolean hasLeft(Address member) {
            return left.contains(member);
        }

        @Override
        public void joining(Address coordinator) {}

        @Override
        public void whispered(Address from, Message message) {
            whispers.add(from);
        }

        @Override
        public StackPrint ownStack() {
            return new StackPrint("own", 1);
        }

        @Override
        public void stackSeen(StackPrint stack) {
            stacks.add(stack);
        }
    }

    @BeforeEach
    void putItIntoAStack() {
        lookout.setUpProtocol(new Protocol() {
            @Override
            public Object up(Event event) {
                return null;
            }

            @Override
            public Object up(Message message) {
                heard.add(message);
                return null;
            }
        });
        Protocol transport = new TCP() {
            @Override
            public Object down(Message message) {
                sent.add(message);
                return null;
            }

            @Override
            public Object down(Event event) {
                return null;
            }

            @Override
            public TimeScheduler getTimer() {
                return alarms;
            }
        };
        transport.setId(ClassConfigurator.getProtocolId(TCP.class));
        lookout.setDownProtocol(transport);
        lookout.down(new Event(Event.VIEW_CHANGE, View.create(self, 1, self, ann)));
    }

    @AfterEach
    void stopTheTimer() {
        alarms.stop();
    }

    private static Message announcement(Address sender) {
        return new EmptyMessage(null).setSrc(sender).putHeader(MERGE, MERGE3.MergeHeader.createInfo(null, null, null));
    }

    @Test
    void anAnnouncementOfAnotherPartIsHeardAndActedUpon() {
        lookout.up(announcement(ann));
        assertThat(otherParts).isZero();
        lookout.up(announcement(stranger));
        assertThat(otherParts).isOne();
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatWentThroughNoProtocolIsDroppedAlsoAboveAFault() {
        Protocol transport = lookout.getDownProtocol();
        Message bare = new EmptyMessage(null).setSrc(ann).putHeader(transport.getId(), new TpHeader("room"));
        lookout.up(bare);
        Protocol fault = new Protocol() {};
        fault.setDownProtocol(transport);
        lookout.setDownProtocol(fault);
        lookout.up(bare);
        assertThat(heard).isEmpty();
        lookout.up(announcement(ann));
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatALeaverStillAnnouncesBringsItNotBack() {
        left.add(ann);
        lookout.up(announcement(ann));
        assertThat(heard).isEmpty();
        lookout.down(new Event(Event.VIEW_CHANGE, View.create(self, 2, self)));
        lookout.up(announcement(ann));
        assertThat(heard).isEmpty();
        assertThat(otherParts).isZero();
    }

    @Test
    void aLeaverAnnouncesNothingAndMergesWithNobody() {
        lookout.down(announcement(self));
        assertThat(sent).hasSize(1);
        lookout.leave();
        lookout.down(announcement(self));
        lookout.up(announcement(stranger));
        assertThat(sent).hasSize(1);
        assertThat(heard).isEmpty();
        assertThat(otherParts).isZero();
    }

    @Test
    void whatIsWhisperedGoesToNoProtocolAbove() {
        Message whisper = new BytesMessage(self, new byte[] {1}).setSrc(ann);
        whisper.putHeader(Whisper.ID, new Whisper());
        lookout.up(whisper);
        MessageBatch batch = new MessageBatch(1).add(whisper);
        lookout.up(batch);
        assertThat(whispers).containsExactly(ann, ann);
        assertThat(heard).isEmpty();
    }

    @Test
    void aSuspicionSaysWhatWasSeen() {
        lookout.up(new Event(Event.SUSPECT, List.of(ann)));
        lookout.forgetAllBut(List.of());
        lookout.down(new Event(Event.SUSPECT, List.of(ann)));
        assertThat(causes).containsExactly("its connection is closed", "its socket is closed (FD_SOCK2)");
    }
}
