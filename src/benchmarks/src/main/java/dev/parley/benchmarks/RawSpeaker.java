package dev.parley.benchmarks;

import java.nio.charset.StandardCharsets;
import org.jgroups.BytesMessage;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.MessageBatch;

/**
 * Bare JGroups: bytes into a channel, and a receiver that counts. The stack file's placeholders take system properties:
 * {@code parley.bind_port} and {@code parley.initial_hosts}.
 */
final class RawSpeaker implements Speaker {
    private final JChannel channel;

    RawSpeaker(String stackFile, Ear ear) throws Exception {
        channel = new JChannel(stackFile);
        channel.setReceiver(new Counting(ear));
    }

    private record Counting(Ear ear) implements Receiver {
        @Override
        public void receive(Message message) {
            ear.heard(1);
        }

        @Override
        public void receive(MessageBatch batch) {
            ear.heard(batch.size());
        }
    }

    @Override
    public void join() throws Exception {
        channel.connect("benchmark");
    }

    @Override
    public int members() {
        return channel.getView().size();
    }

    @Override
    public String address() {
        IpAddress address = (IpAddress) channel.down(new Event(Event.GET_PHYSICAL_ADDRESS, channel.getAddress()));
        return address.getIpAddress().getHostAddress() + "[" + address.getPort() + "]";
    }

    /** Own multicasts do not come back, as in a session. */
    @Override
    public Saying oneByOne(int bytes) {
        byte[] payload = "x".repeat(bytes).getBytes(StandardCharsets.UTF_8);
        return () -> {
            channel.send(new BytesMessage(null, payload).setFlag(Message.TransientFlag.DONT_LOOPBACK));
            return 1;
        };
    }

    @Override
    public Saying inNumbers(int bytes) {
        return oneByOne(bytes);
    }

    @Override
    public void close() {
        channel.close();
    }
}
