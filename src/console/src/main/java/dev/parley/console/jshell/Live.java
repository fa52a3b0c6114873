package dev.parley.console.jshell;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What live Java can reach by name. Its code is compiled on its own and gets at the program's objects only through something
 * static: this map, from which each console takes what is its own away when it ends. Any thread.
 */
public final class Live {
    private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();
    private final String key = UUID.randomUUID().toString();

    /** For the code that a console compiles; null if there is no such thing now. */
    public static Object object(String key) {
        return OBJECTS.get(key);
    }

    /** The expression for an object of this name, which is there from now on; {@code null} takes it away. */
    String expression(String name, String type, Object object) {
        String whole = key + "." + name;
        if (object == null) OBJECTS.remove(whole);
        else OBJECTS.put(whole, object);
        return "(%s) %s.object(\"%s\")".formatted(type, Live.class.getName(), whole);
    }

    /** Nothing of this console can be reached any more. */
    void end() {
        OBJECTS.keySet().removeIf(name -> name.startsWith(key));
    }
}
