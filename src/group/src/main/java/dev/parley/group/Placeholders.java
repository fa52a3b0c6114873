package dev.parley.group;

import org.jgroups.util.Util;

/** The values behind {@code ${name:default}}, as JGroups finds them. Stateless. */
final class Placeholders {
    private Placeholders() {}

    /** The value with system properties or defaults put in; {@code ""} where there is neither. */
    static String substitute(String value) {
        if (!value.contains("${")) return value;
        String substituted = Util.substituteVariable(value);
        return substituted == null ? "" : substituted;
    }
}
