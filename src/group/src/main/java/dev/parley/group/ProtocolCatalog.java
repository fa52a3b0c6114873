package dev.parley.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jgroups.annotations.Component;
import org.jgroups.annotations.Property;
import org.jgroups.conf.AttributeType;
import org.jgroups.conf.PropertyHelper;
import org.jgroups.protocols.BaseBundler;
import org.jgroups.protocols.Bundler;
import org.jgroups.stack.Configurator;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Util;

/** What JGroups knows: its protocols and their attributes, by reflection. Stateless; slow, so not used on every start. */
final class ProtocolCatalog {
    private static final String PACKAGE = "org.jgroups.protocols.";

    private ProtocolCatalog() {}

    /** An attribute that a stack file may set. */
    record Attribute(Class<?> type, boolean duration) {}

    /** The class that JGroups would take for this name, not initialised. */
    static Optional<Class<? extends Protocol>> find(String name) {
        return load(PACKAGE + name).or(() -> load(name));
    }

    private static Optional<Class<? extends Protocol>> load(String className) {
        try {
            Class<?> found = Class.forName(className, false, ProtocolCatalog.class.getClassLoader());
            return Protocol.class.isAssignableFrom(found)
                    ? Optional.of(found.asSubclass(Protocol.class))
                    : Optional.empty();
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    /** The names of all protocols in JGroups' jar, as a stack file writes them. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            URI source = Protocol.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(source);
            if (Files.isDirectory(path)) addNames(path, names);
            else
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    addNames(jar.getPath("/"), names);
                }
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException(new IOException("JGroups' classes cannot be listed.", e));
        }
        return names;
    }

    private static void addNames(Path root, Set<String> names) throws IOException {
        Path protocols = root.resolve("org/jgroups/protocols");
        try (Stream<Path> files = Files.walk(protocols)) {
            files.map(file -> protocols.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .filter(name -> find(name)
                            .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                            .isPresent())
                    .forEach(names::add);
        }
    }

    /** All attributes of a protocol, those of its components as {@code component.attribute}. */
    static Map<String, Attribute> attributes(Class<? extends Protocol> protocol) {
        Map<String, Attribute> attributes = new TreeMap<>();
        collect(protocol, "", attributes);
        for (Class<?> type = protocol; type != null; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields()) {
                Component component = field.getAnnotation(Component.class);
                if (component == null) continue;
                String prefix = component.name().isEmpty() ? field.getName() : component.name();
                Class<?> componentType = field.getType() == Bundler.class ? BaseBundler.class : field.getType();
                collect(componentType, prefix + ".", attributes);
            }
        return attributes;
    }

    private static void collect(Class<?> start, String prefix, Map<String, Attribute> attributes) {
        for (Method method : start.getMethods()) {
            Property property = method.getAnnotation(Property.class);
            if (property != null && Configurator.isSetPropertyMethod(method, start))
                attributes.putIfAbsent(
                        prefix + PropertyHelper.getPropertyName(method),
                        new Attribute(method.getParameterTypes()[0], false));
        }
        for (Class<?> type = start; type != null; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields()) {
                Property property = field.getAnnotation(Property.class);
                if (property == null) continue;
                String name = property.name().isEmpty() ? field.getName() : property.name();
                boolean duration = property.type() == AttributeType.TIME && property.unit() == TimeUnit.MILLISECONDS;
                attributes.putIfAbsent(prefix + name, new Attribute(field.getType(), duration));
            }
    }

    /** What is wrong with a value, or empty if JGroups can convert it or only JGroups can tell. */
    static Optional<String> complaint(Attribute attribute, String value) {
        Class<?> type = attribute.type();
        try {
            if (type == boolean.class) return isTruthValue(value) ? Optional.empty() : Optional.of("true or false");
            if (attribute.duration() && (type == int.class || type == long.class))
                Util.readDurationLong(value, TimeUnit.MILLISECONDS);
            else if (type == int.class) Util.readBytesInteger(value);
            else if (type == long.class) Util.readBytesLong(value);
            else if (type == double.class || type == float.class) Util.readBytesDouble(value);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(attribute.duration() ? "a duration such as 500ms or 2s" : "a number such as 10 or 64K");
        }
    }

    private static boolean isTruthValue(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }
}
