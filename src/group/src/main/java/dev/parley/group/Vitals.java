package dev.parley.group;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jgroups.JChannel;
import org.jgroups.annotations.ManagedAttribute;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Util;

/** Reads from a stack, whatever its protocols are, what tells of its health. One thread at a time. */
final class Vitals {
    static final String ASKED_AGAIN = "xmit_reqs_sent";
    static final String SENT_AGAIN = "num_xmits";
    static final String DROPPED = "num_drops_on_full_queue";
    static final String MISSING = "xmit_table_missing_messages";
    static final String UNACKNOWLEDGED = "num_unacked_messages";
    static final String SUSPICIONS = "num_suspect_events";
    static final String MERGES = "num_merge_events";
    static final String BLOCKINGS = "number_of_blockings";

    static final Set<String> READ =
            Set.of(ASKED_AGAIN, SENT_AGAIN, DROPPED, BLOCKINGS, MISSING, UNACKNOWLEDGED, SUSPICIONS, MERGES);

    private static final Map<String, String> GETTERS = getters();

    private final JChannel channel;
    private final IdentityHashMap<Protocol, List<Source>> sources = new IdentityHashMap<>();

    Vitals(JChannel channel) {
        this.channel = channel;
    }

    private record Source(String name, MethodHandle getter) {
        double read() {
            try {
                return getter.invoke() instanceof Number number ? number.doubleValue() : 0;
            } catch (Throwable e) {
                throw new IllegalStateException("There is no reading " + name, e);
            }
        }
    }

    /** The sums over all protocols; what no protocol has is missing. */
    Map<String, Double> read() {
        List<Protocol> protocols = channel.getProtocolStack().getProtocols();
        sources.keySet().retainAll(protocols);
        Map<String, Double> sums = new HashMap<>();
        for (Protocol protocol : protocols)
            for (Source source : sources.computeIfAbsent(protocol, Vitals::sourcesOf))
                sums.merge(source.name(), source.read(), Double::sum);
        return sums;
    }

    private static List<Source> sourcesOf(Protocol protocol) {
        List<Source> found = new ArrayList<>(sourcesIn(protocol));
        Util.forAllComponents(protocol, (component, name) -> found.addAll(sourcesIn(component)));
        return found;
    }

    /**
     * The readings that an object has itself. JGroups' {@code ResourceDMBean} finds them too, with all others, for which it makes
     * some ten megabytes of objects at the start of each peer.
     */
    private static Collection<Source> sourcesIn(Object owner) {
        Map<String, Source> found = new HashMap<>();
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields())
                if (READ.contains(field.getName()) && field.isAnnotationPresent(ManagedAttribute.class))
                    found.computeIfAbsent(field.getName(), name -> source(name, owner, field));
            for (Method method : type.getDeclaredMethods()) {
                String getting = GETTERS.get(method.getName());
                if (getting != null && method.isAnnotationPresent(ManagedAttribute.class))
                    found.computeIfAbsent(getting, name -> source(name, owner, method));
            }
        }
        return found.values();
    }

    private static Source source(String name, Object owner, AccessibleObject member) {
        member.setAccessible(true);
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle getter =
                    member instanceof Field field ? lookup.unreflectGetter(field) : lookup.unreflect((Method) member);
            return new Source(name, getter.bindTo(owner));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("There is no reading " + name, e);
        }
    }

    /** The names of the methods that give a reading: {@code num_xmits} by {@code getNumXmits} or {@code numXmits}. */
    private static Map<String, String> getters() {
        Map<String, String> getters = new HashMap<>();
        for (String name : READ) {
            String method = Pattern.compile("_(.)")
                    .matcher(name)
                    .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
            getters.put(method, name);
            getters.put("get" + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1), name);
        }
        return getters;
    }
}
