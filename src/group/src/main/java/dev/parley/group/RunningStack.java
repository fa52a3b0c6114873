package dev.parley.group;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.JChannel;
import org.jgroups.protocols.TP;
import org.jgroups.stack.Protocol;

/** The stack of a channel while it is connected. Thread-safe; changes exclude each other. */
final class RunningStack implements LiveStack {
    private static final Logger LOG = LogManager.getLogger(RunningStack.class);

    private final Supplier<Optional<JChannel>> connected;
    private final InetAddress bindAddress;
    private StackFile current;

    /**
     * @param connected the channel, if it is connected
     * @param bindAddress the only local address that anything in the stack may listen on
     */
    RunningStack(StackFile stack, InetAddress bindAddress, Supplier<Optional<JChannel>> connected) {
        this.current = stack;
        this.bindAddress = bindAddress;
        this.connected = connected;
    }

    @Override
    public synchronized StackFile current() {
        return current;
    }

    @Override
    public synchronized List<StackAttribute> attributes(String protocol) throws GroupException {
        ProtocolAttributes attributes = new ProtocolAttributes(find(protocol));
        return attributes.names().stream().map(attributes::read).toList();
    }

    @Override
    public synchronized StackAttribute set(String protocol, String attribute, String value) throws GroupException {
        Protocol found = find(protocol);
        String name = StackShape.nameOf(found);
        ProtocolAttributes attributes = new ProtocolAttributes(found);
        if (!attributes.has(attribute))
            throw new GroupException(name + " has no attribute '" + attribute + "'"
                    + NearestNames.question(attribute, attributes.names()));
        StackAttribute before = attributes.read(attribute);
        if (!before.fixed().isEmpty())
            throw new GroupException(
                    "%s.%s cannot be changed while the stack runs: %s.".formatted(name, attribute, before.fixed()));
        attributes.write(attribute, value);
        if (ProtocolCatalog.attributes(found.getClass()).containsKey(attribute))
            current = current.with(writtenName(found), attribute, value);
        LOG.info("{}.{} is {} instead of {}", name, attribute, value, before.value());
        return attributes.read(attribute);
    }

    @Override
    public synchronized void insert(
            String protocol, Map<String, String> attributes, Position position, String neighbour)
            throws GroupException {
        JChannel channel = channel();
        Protocol beside = find(neighbour);
        Class<? extends Protocol> type = ProtocolCatalog.find(protocol)
                .or(() -> ProtocolCatalog.find("pbcast." + protocol))
                .orElseThrow(() -> new GroupException("JGroups has no protocol '" + protocol + "'"
                        + NearestNames.question(protocol, ProtocolCatalog.names())));
        if (position == Position.BELOW && beside instanceof TP)
            throw new GroupException("Nothing goes below the transport " + StackShape.nameOf(beside) + ".");
        check(type, attributes);
        Protocol made = make(type);
        String name = StackShape.nameOf(made);
        Optional<String> objection = LiveLimits.onInserting(made, running(), alone(channel));
        if (objection.isPresent())
            throw new GroupException("%s cannot be put into this stack: %s.".formatted(name, objection.get()));
        int index = running().indexOf(beside) + (position == Position.ABOVE ? 1 : 0);
        StackFile changed = current.withInserted(index, new StackFile.Protocol(name, attributes));
        Map<String, String> hardened =
                Hardening.of(changed, bindAddress).protocols().get(index).attributes();
        new ProtocolLink(channel).insert(made, hardened, beside, position);
        current = changed;
        LOG.info("{} was put {} {}", name, position, neighbour);
    }

    private static void check(Class<? extends Protocol> type, Map<String, String> attributes) throws GroupException {
        Map<String, ProtocolCatalog.Attribute> known = new TreeMap<>(ProtocolCatalog.attributes(type));
        known.keySet().removeIf(name -> name.indexOf('.') >= 0);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            ProtocolCatalog.Attribute definition = known.get(attribute.getKey());
            if (definition == null)
                throw new GroupException(type.getSimpleName() + " has no attribute '" + attribute.getKey() + "'"
                        + NearestNames.question(attribute.getKey(), known.keySet()));
            Optional<String> expected = ProtocolCatalog.complaint(definition, attribute.getValue());
            if (expected.isPresent())
                throw new GroupException("%s.%s takes %s, not '%s'."
                        .formatted(type.getSimpleName(), attribute.getKey(), expected.get(), attribute.getValue()));
        }
    }

    private static Protocol make(Class<? extends Protocol> type) throws GroupException {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new GroupException(
                    "%s cannot be made here: %s.".formatted(type.getSimpleName(), Causes.deepest(e)), e);
        }
    }

    @Override
    public synchronized void remove(String protocol) throws GroupException {
        JChannel channel = channel();
        Protocol found = find(protocol);
        List<Protocol> running = running();
        String name = StackShape.nameOf(found);
        Optional<String> objection = LiveLimits.onRemoving(found, running, alone(channel));
        if (objection.isPresent())
            throw new GroupException("%s cannot be taken out: %s.".formatted(name, objection.get()));
        new ProtocolLink(channel).remove(found);
        current = current.without(running.indexOf(found));
        LOG.info("{} was taken out", name);
    }

    private static boolean alone(JChannel channel) {
        return channel.getView().size() == 1;
    }

    private JChannel channel() throws GroupException {
        return connected.get().orElseThrow(() -> new GroupException("Not connected to a group."));
    }

    /** The protocols of the user's stack from the transport upwards. */
    private List<Protocol> running() throws GroupException {
        return StackShape.protocols(channel().getProtocolStack());
    }

    /** By its name in stack files, or without the part before the point, in any case. */
    private Protocol find(String name) throws GroupException {
        List<Protocol> running = running();
        for (Protocol protocol : running) if (isCalled(protocol, name)) return protocol;
        List<String> names = new ArrayList<>();
        running.forEach(protocol -> names.add(StackShape.nameOf(protocol)));
        String nearest = NearestNames.question(name, names);
        throw new GroupException("This stack has no protocol '" + name + "'"
                + (nearest.isEmpty() ? "; it has " + String.join(", ", names) + "." : nearest));
    }

    private static boolean isCalled(Protocol protocol, String name) {
        return StackShape.nameOf(protocol).equalsIgnoreCase(name)
                || protocol.getClass().getSimpleName().equalsIgnoreCase(name);
    }

    /** The files of users may name a protocol by its whole class. */
    private String writtenName(Protocol protocol) throws GroupException {
        return current.protocols().get(running().indexOf(protocol)).name();
    }
}
