package dev.parley.group;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real groups on loopback with free ports, for one test; closes them all. */
final class Loopback implements AutoCloseable {
    static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();

    private final List<JGroupsGroup> groups = new ArrayList<>();
    private final Map<Group, Recorder> recorders = new HashMap<>();
    private final StackFile stack;

    Loopback(StackFile stack) {
        this.stack = stack;
    }

    static Loopback withDefaultStack() throws GroupException {
        return new Loopback(StackFile.bundled("tcp"));
    }

    /**
     * The default stack with slower protocols, for tests that something else is quicker however busy the machine is.
     *
     * @param slower other values of attributes, by protocol and attribute
     */
    static Loopback withSlow(Map<String, Map<String, String>> slower) throws Exception {
        String xml = StackFile.bundled("tcp").toXml();
        for (var protocol : slower.entrySet())
            for (var attribute : protocol.getValue().entrySet())
                xml = replaced(xml, protocol.getKey(), attribute.getKey(), attribute.getValue());
        Path file = Files.createTempFile("slow", ".xml");
        try {
            return new Loopback(StackFile.load(Files.writeString(file, xml)));
        } finally {
            Files.delete(file);
        }
    }

    private static String replaced(String xml, String protocol, String attribute, String value) {
        Pattern place = Pattern.compile("(<" + Pattern.quote(protocol) + "\\b[^>]*\\b" + attribute + "=\")[^\"]*");
        Matcher matcher = place.matcher(xml);
        if (!matcher.find()) throw new IllegalArgumentException(protocol + " has no " + attribute);
        return matcher.replaceFirst("$1" + value);
    }

    /** A group that knows these others and is not connected yet. */
    JGroupsGroup create(String name, Group... known) throws GroupException {
        return create(name, new Recorder(), known);
    }

    JGroupsGroup create(String name, Recorder recorder, Group... known) throws GroupException {
        JGroupsGroup group = (JGroupsGroup) JGroupsGroup.FACTORY.create(
                new GroupSettings(name, "room", stack, Optional.of(ADDRESS), OptionalInt.of(0)), recorder);
        groups.add(group);
        recorders.put(group, recorder);
        List<InetSocketAddress> addresses =
                Arrays.stream(known).map(Group::localAddress).toList();
        group.discovery().feed(addresses);
        return group;
    }

    JGroupsGroup join(String name, Group... known) throws GroupException {
        JGroupsGroup group = create(name, known);
        group.connect();
        return group;
    }

    Recorder heardBy(Group group) {
        return recorders.get(group);
    }

    void awaitSize(int size, Group... members) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Arrays.stream(members)
                        .allMatch(group -> group.membership().size() == size));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (int i = groups.size() - 1; i >= 0; i--) groups.get(i).close();
    }
}
