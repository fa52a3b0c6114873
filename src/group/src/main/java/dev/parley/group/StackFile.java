package dev.parley.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A protocol stack as its XML file says it, checked against what JGroups knows. Immutable; two are equal if their
 * protocols and attributes are, whatever file they come from. What {@link Hardening} adds is not part of it.
 *
 * <p>{@code ${name:default}} in a value stands for a system property, as in JGroups, and is kept as written.
 */
public final class StackFile {
    private static final String RESOURCES = "/jgroups-config/";
    private static final List<String> BUNDLED = List.of(
            "stock-tcp",
            "tcp",
            "tcp-gossip-router",
            "tcp-large",
            "tcp-lossy",
            "tcp-nakack4",
            "tcp-nio",
            "tcp-total-order",
            "udp");

    private final String name;
    private final String source;
    private final List<Protocol> protocols;

    /**
     * One protocol of a stack.
     *
     * @param name as the file writes it, for example {@code pbcast.GMS}
     * @param attributes as the file writes them, in its order
     */
    public record Protocol(String name, Map<String, String> attributes) {
        public Protocol {
            Objects.requireNonNull(name, "name");
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        Protocol with(String attribute, String value) {
            Map<String, String> changed = new LinkedHashMap<>(attributes);
            changed.put(attribute, value);
            return new Protocol(name, changed);
        }
    }

    StackFile(String name, String source, List<Protocol> protocols) {
        this.name = name;
        this.source = source;
        this.protocols = List.copyOf(protocols);
    }

    /** The names that {@link #bundled} takes. */
    public static List<String> bundledNames() {
        return BUNDLED;
    }

    /**
     * The stack of that name inside this library.
     *
     * @throws StackFileException if there is none
     */
    public static StackFile bundled(String name) throws StackFileException {
        String file = name + ".xml";
        if (!BUNDLED.contains(name))
            throw new StackFileException(
                    "There is no stack named '" + name + "'" + NearestNames.question(name, BUNDLED));
        try (InputStream in = resource(name)) {
            if (in == null) throw new StackFileException("The stack '" + name + "' is missing in this installation.");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new StackFile(name, "bundled", StackReader.unchecked(file, text));
        } catch (IOException e) {
            throw new StackFileException("The stack '" + name + "' in this installation cannot be read.", e);
        }
    }

    /** The file of a bundled stack; null if it is missing. */
    static InputStream resource(String name) {
        return StackFile.class.getResourceAsStream(RESOURCES + name + ".xml");
    }

    /**
     * The stack in a file.
     *
     * @throws StackFileException if the file cannot be read or is no valid stack
     */
    public static StackFile load(Path path) throws StackFileException {
        String file = String.valueOf(path.getFileName());
        String text;
        try {
            text = Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new StackFileException(path + " is not a text file in UTF-8.", e);
        } catch (IOException e) {
            throw new StackFileException(path + " cannot be read; is it an existing, readable file?", e);
        }
        String name = file.endsWith(".xml") ? file.substring(0, file.length() - 4) : file;
        return new StackFile(
                name,
                path.toAbsolutePath().normalize().toString(),
                StackReader.checked(
                        file, text, Optional.ofNullable(path.toAbsolutePath().getParent())));
    }

    /**
     * A stack by path or by name: an existing path, else NAME or NAME.xml in one of the directories, else the bundled one.
     *
     * @throws StackFileException if there is none, naming the nearest, or if it is not valid
     */
    public static StackFile find(String nameOrPath, List<Path> directories) throws StackFileException {
        try {
            Path path = Path.of(nameOrPath);
            if (Files.isRegularFile(path)) return load(path);
            for (Path directory : directories)
                for (String candidate : List.of(nameOrPath, nameOrPath + ".xml")) {
                    Path file = directory.resolve(candidate);
                    if (Files.isRegularFile(file)) return load(file);
                }
        } catch (InvalidPathException e) {
            throw new StackFileException("'" + nameOrPath + "' is neither a file nor the name of a stack.", e);
        }
        String name = nameOrPath.endsWith(".xml") ? nameOrPath.substring(0, nameOrPath.length() - 4) : nameOrPath;
        if (BUNDLED.contains(name)) return bundled(name);
        Set<String> known = names(directories);
        String nearest = NearestNames.question(name, known);
        throw new StackFileException("There is no stack file '" + nameOrPath + "'"
                + (nearest.isEmpty() ? "; known stacks: " + String.join(", ", known) + "." : nearest));
    }

    /** The names of the stacks in those of these directories that exist and in this library, sorted. */
    public static Set<String> names(List<Path> directories) {
        Set<String> names = new TreeSet<>(BUNDLED);
        for (Path directory : directories) {
            String[] files = directory.toFile().list();
            if (files == null) continue;
            for (String file : files) if (file.endsWith(".xml")) names.add(file.substring(0, file.length() - 4));
        }
        return names;
    }

    /** The names of all protocols that a stack file may have, as it writes them. Slow the first time. */
    public static Set<String> protocolNames() {
        return ProtocolCatalog.names();
    }

    /** The file's name without {@code .xml}. */
    public String name() {
        return name;
    }

    /** The absolute path, or {@code bundled}. */
    public String source() {
        return source;
    }

    /** From the transport upwards, as written. */
    public List<Protocol> protocols() {
        return protocols;
    }

    /** What its transport speaks, for example {@code tcp} or {@code udp}: only members with the same one reach each other. */
    public String transport() {
        String transport = protocols.get(0).name();
        String bare = transport.substring(transport.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return bare.startsWith("tcp") ? "tcp" : bare;
    }

    /** The same stack with another port for its transport. */
    public StackFile withBindPort(int port) {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("A port is 0 to 65535: " + port);
        List<Protocol> changed = new ArrayList<>(protocols);
        changed.set(0, changed.get(0).with("bind_port", String.valueOf(port)));
        return new StackFile(name, source, changed);
    }

    /** The same stack with another value of an attribute. */
    StackFile with(String protocol, String attribute, String value) {
        List<Protocol> changed = new ArrayList<>(protocols);
        changed.replaceAll(one -> one.name().equals(protocol) ? one.with(attribute, value) : one);
        return new StackFile(name, source, changed);
    }

    /** The same stack with one more protocol at that place, counted from the transport. */
    StackFile withInserted(int index, Protocol protocol) {
        List<Protocol> changed = new ArrayList<>(protocols);
        changed.add(index, protocol);
        return new StackFile(name, source, changed);
    }

    /** The same stack without the protocol at that place. */
    StackFile without(int index) {
        List<Protocol> changed = new ArrayList<>(protocols);
        changed.remove(index);
        return new StackFile(name, source, changed);
    }

    /** A stack file that this class and plain JGroups read; reading it back gives an equal stack. */
    public String toXml() {
        return StackXml.write(protocols);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StackFile that && protocols.equals(that.protocols);
    }

    @Override
    public int hashCode() {
        return protocols.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }
}
