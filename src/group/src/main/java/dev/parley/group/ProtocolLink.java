package dev.parley.group;

import dev.parley.group.LiveStack.Position;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.stack.Configurator;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.StackType;

/** Puts protocols into a running stack and takes them out, so that messages on their way are not lost. One at a time. */
final class ProtocolLink {
    private static final Logger LOG = LogManager.getLogger(ProtocolLink.class);

    private final JChannel channel;
    private final ProtocolStack stack;

    ProtocolLink(JChannel channel) {
        this.channel = channel;
        this.stack = channel.getProtocolStack();
    }

    /**
     * Makes a protocol ready beside the stack, as if it had been there when the group was joined, and then lets the messages
     * through it.
     *
     * @throws GroupException if it does not start; the stack is as it was
     */
    void insert(Protocol protocol, Map<String, String> attributes, Protocol neighbour, Position position)
            throws GroupException {
        Protocol below = position == Position.ABOVE ? neighbour : neighbour.getDownProtocol();
        protocol.setProtocolStack(stack);
        protocol.setUpProtocol(below.getUpProtocol());
        protocol.setDownProtocol(new Landing(below));
        try {
            ProtocolConfiguration configuration =
                    new ProtocolConfiguration(protocol.getClass().getName(), attributes);
            Configurator.initializeAttrs(protocol, configuration, StackType.IPv4);
            Configurator.setDefaultAddressValues(List.of(protocol), StackType.IPv4);
            protocol.setAddress(channel.getAddress());
            protocol.init();
            protocol.start();
            protocol.down(new Event(Event.CONNECT, channel.getClusterName()));
            protocol.down(new Event(Event.VIEW_CHANGE, channel.getView()));
        } catch (Exception | LinkageError e) {
            end(protocol);
            throw new GroupException(
                    "%s does not start in this stack: %s.".formatted(StackShape.nameOf(protocol), Causes.deepest(e)),
                    e);
        }
        stack.insertProtocolInStack(
                protocol,
                neighbour,
                position == Position.ABOVE ? ProtocolStack.Position.ABOVE : ProtocolStack.Position.BELOW);
    }

    /** Messages that pass it at this moment go on to where they would have gone, unless it is the topmost. */
    void remove(Protocol protocol) {
        Protocol above = protocol.getUpProtocol();
        if (above == null || above == stack) {
            stack.removeProtocol(protocol);
            return;
        }
        above.setDownProtocol(protocol.getDownProtocol());
        protocol.getDownProtocol().setUpProtocol(above);
        end(protocol);
    }

    private static void end(Protocol protocol) {
        try {
            protocol.stop();
            protocol.destroy();
        } catch (RuntimeException e) {
            LOG.warn("{} did not end well", Objects.toString(protocol), e);
        }
    }

    /** Stands below a newcomer while it learns what the others know already: lets messages down, and no events. */
    private static final class Landing extends Protocol {
        Landing(Protocol below) {
            setDownProtocol(below);
        }

        @Override
        public Object down(Event event) {
            boolean question = event.getType() == Event.GET_PHYSICAL_ADDRESS
                    || event.getType() == Event.FIND_MBRS
                    || event.getType() == Event.GET_DIGEST;
            return question ? down_prot.down(event) : null;
        }

        @Override
        public Object down(Message message) {
            return down_prot.down(message);
        }
    }
}
