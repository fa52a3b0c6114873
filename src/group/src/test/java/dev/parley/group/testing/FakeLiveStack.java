package dev.parley.group.testing;

import dev.parley.group.GroupException;
import dev.parley.group.LiveStack;
import dev.parley.group.StackAttribute;
import dev.parley.group.StackFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack that nothing runs on: every protocol has one attribute, {@code level}. Thread-safe. */
final class FakeLiveStack implements LiveStack {
    private final StackFile file;
    private final List<String> protocols = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private String level = "1";

    FakeLiveStack(StackFile file) {
        this.file = file;
        file.protocols().forEach(protocol -> protocols.add(protocol.name()));
    }

    /** What has been changed, for the fingerprint. */
    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    @Override
    public StackFile current() {
        return file;
    }

    @Override
    public synchronized List<StackAttribute> attributes(String protocol) throws GroupException {
        if (!protocols.contains(protocol)) throw new GroupException("This stack has no protocol '" + protocol + "'.");
        return List.of(new StackAttribute(protocol, "level", "number", Long.valueOf(level), "How high it is", ""));
    }

    @Override
    public synchronized StackAttribute set(String protocol, String attribute, String value) throws GroupException {
        if (!attribute.equals("level") || !value.matches("\\d+"))
            throw new GroupException(protocol + "." + attribute + " does not become '" + value + "'.");
        attributes(protocol);
        level = value;
        return attributes(protocol).get(0);
    }

    @Override
    public synchronized void insert(
            String protocol, Map<String, String> attributes, Position position, String neighbour)
            throws GroupException {
        attributes(neighbour);
        protocols.add(protocol);
        changes.add("+" + protocol);
    }

    @Override
    public synchronized void remove(String protocol) throws GroupException {
        attributes(protocol);
        protocols.remove(protocol);
        changes.add("-" + protocol);
    }
}
