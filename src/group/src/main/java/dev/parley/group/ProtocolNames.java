package dev.parley.group;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jgroups.stack.Protocol;

/** JGroups' protocols by the names that people know them by, such as GMS. Looks into JGroups' jar once; any thread. */
public final class ProtocolNames {
    private final Map<String, String> classes = new TreeMap<>();

    /** Blocks for the blink of an eye. */
    public ProtocolNames() {
        for (String name : ProtocolCatalog.names())
            ProtocolCatalog.find(name)
                    .map(Class::getName)
                    .ifPresent(found -> classes.put(name.substring(name.lastIndexOf('.') + 1), found));
    }

    /** All short names. */
    public Set<String> all() {
        return Collections.unmodifiableSet(classes.keySet());
    }

    /** The class of a protocol, which is also what its logger is called. */
    public Optional<String> className(String shortName) {
        return Optional.ofNullable(classes.get(shortName));
    }

    /** What all of JGroups' loggers begin with. */
    public static String family() {
        return Protocol.class.getPackageName().replaceFirst("\\.stack$", "");
    }
}
