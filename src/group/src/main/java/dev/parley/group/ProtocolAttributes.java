package dev.parley.group;

import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.annotations.ManagedAttribute;
import org.jgroups.annotations.Property;
import org.jgroups.conf.AttributeType;
import org.jgroups.jmx.ResourceDMBean;
import org.jgroups.jmx.ResourceDMBean.AttributeEntry;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Util;

/**
 * The attributes of one running protocol and its components, by reflection as JGroups' own tools see them. Any thread; values are
 * those of the moment.
 */
final class ProtocolAttributes {
    private static final Logger LOG = LogManager.getLogger(ProtocolAttributes.class);

    private final String protocol;
    private final Map<String, AttributeEntry> entries = new TreeMap<>();

    ProtocolAttributes(Protocol of) {
        protocol = StackShape.nameOf(of);
        collect("", of);
        Util.forAllComponents(of, (component, name) -> collect(name + ".", component));
    }

    private void collect(String prefix, Object object) {
        // Names of components' attributes are made of their classes' names there; ours are those of stack files.
        new ResourceDMBean(object).forAllAttributes((name, entry) -> {
            if (name.indexOf('.') < 0) entries.putIfAbsent(prefix + name, entry);
        });
    }

    Collection<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** One that there is. */
    StackAttribute read(String name) {
        AttributeEntry entry = entries.get(name);
        String description = Objects.requireNonNullElse(entry.info().getDescription(), "");
        return new StackAttribute(protocol, name, type(entry), value(entry), description.strip(), fixed(name, entry));
    }

    private String fixed(String name, AttributeEntry entry) {
        Optional<String> limit =
                annotation(entry, Property.class).flatMap(setting -> LiveLimits.onSetting(protocol, name));
        if (limit.isPresent()) return limit.get();
        if (!entry.info().isWritable()) return "it is a reading, not a setting";
        return converter(entry).isEmpty() ? "it takes no single number, truth value or text" : "";
    }

    /**
     * Sets one that there is and that is not fixed.
     *
     * @throws GroupException with the reason if it does not take the value; it has the old one then
     */
    void write(String name, String text) throws GroupException {
        AttributeEntry entry = entries.get(name);
        Object before = raw(entry);
        try {
            Object wanted = converter(entry).orElseThrow().convert(text);
            entry.setter().invoke(wanted);
            if (!Objects.equals(wanted, raw(entry)))
                throw new IllegalArgumentException("it stays " + plain(raw(entry)));
        } catch (NumberFormatException e) {
            throw refused(name, text, "it takes a " + type(entry), e);
        } catch (Exception e) {
            restore(entry, before);
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw refused(name, text, String.valueOf(cause.getMessage()), e);
        }
    }

    private GroupException refused(String name, String text, String reason, Exception cause) {
        return new GroupException("%s.%s does not become '%s': %s.".formatted(protocol, name, text, reason), cause);
    }

    private static void restore(AttributeEntry entry, Object before) {
        try {
            if (before != null) entry.setter().invoke(before);
        } catch (Exception e) {
            LOG.warn("{} could not be set back to {}", entry, before, e);
        }
    }

    /** Makes a value of what was typed; throws {@link NumberFormatException} if it is none. */
    @FunctionalInterface
    private interface Converter {
        Object convert(String text);
    }

    private static Optional<Converter> converter(AttributeEntry entry) {
        boolean time = kind(entry) == AttributeType.TIME;
        TimeUnit unit = unit(entry);
        Converter number = text -> time ? Util.readDurationLong(text, unit) : Util.readBytesLong(text);
        return switch (entry.info().getType()) {
            case "long" -> Optional.of(text -> number(number, text));
            case "int" -> Optional.of(text -> Math.toIntExact(number(number, text)));
            case "short" -> Optional.of(text -> (short) Math.toIntExact(number(number, text)));
            case "double" -> Optional.of(Double::valueOf);
            case "float" -> Optional.of(Float::valueOf);
            case "boolean" -> Optional.of(ProtocolAttributes::truthValue);
            case "java.lang.String" -> Optional.of(text -> text);
            default -> Optional.empty();
        };
    }

    private static long number(Converter converter, String text) {
        try {
            long value = (long) converter.convert(text);
            if (value < 0 && !text.equals("-1")) throw new NumberFormatException(text);
            return value;
        } catch (RuntimeException e) {
            NumberFormatException none = new NumberFormatException(e.getMessage());
            none.initCause(e);
            throw none;
        }
    }

    private static Object truthValue(String text) {
        if (text.equalsIgnoreCase("true")) return true;
        if (text.equalsIgnoreCase("false")) return false;
        throw new NumberFormatException(text);
    }

    private Object value(AttributeEntry entry) {
        return plain(raw(entry));
    }

    private Object raw(AttributeEntry entry) {
        try {
            return entry.getter().invoke(null);
        } catch (Exception e) {
            LOG.debug("{} of {} cannot be read", entry.name(), protocol, e);
            return null;
        }
    }

    private static Object plain(Object raw) {
        if (raw == null || raw instanceof Boolean || raw instanceof String) return raw;
        if (raw instanceof Double || raw instanceof Float) return ((Number) raw).doubleValue();
        if (raw instanceof Number number) return number.longValue();
        if (raw instanceof Object[] array) return Arrays.toString(array);
        return String.valueOf(raw);
    }

    private static String type(AttributeEntry entry) {
        if (kind(entry) == AttributeType.TIME)
            return "duration in " + unit(entry).name().toLowerCase(Locale.ROOT);
        if (kind(entry) == AttributeType.BYTES) return "number of bytes";
        return switch (entry.info().getType()) {
            case "long",
                    "int",
                    "short",
                    "java.util.concurrent.atomic.LongAdder",
                    "java.util.concurrent.atomic.AtomicLong",
                    "java.util.concurrent.atomic.AtomicInteger" -> "number";
            case "double", "float" -> "decimal number";
            case "boolean" -> "truth value";
            case "java.lang.String" -> "text";
            default -> entry.info().getType().replaceAll("([a-z0-9]+\\.)+", "");
        };
    }

    private static AttributeType kind(AttributeEntry entry) {
        return annotation(entry, Property.class)
                .map(Property::type)
                .or(() -> annotation(entry, ManagedAttribute.class).map(ManagedAttribute::type))
                .orElse(AttributeType.UNDEFINED);
    }

    private static TimeUnit unit(AttributeEntry entry) {
        return annotation(entry, Property.class)
                .map(Property::unit)
                .or(() -> annotation(entry, ManagedAttribute.class).map(ManagedAttribute::unit))
                .orElse(TimeUnit.MILLISECONDS);
    }

    private static <A extends Annotation> Optional<A> annotation(AttributeEntry entry, Class<A> type) {
        AccessibleObject member = entry.type();
        return Optional.ofNullable(member.getAnnotation(type));
    }
}
