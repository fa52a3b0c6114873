package dev.parley.chat;

import dev.parley.group.StackPrint;
import java.util.Objects;

/**
 * What a member says of its program.
 *
 * @param version of Parley; 1 to 64 characters, none of them a space or invisible
 * @param stack the protocol stack that it runs at the moment
 */
public record About(String version, StackPrint stack) {
    /** This program's version; {@code development} when it does not run from a release's jars. */
    static final String VERSION = ofThisProgram();

    public About {
        Names.check("version", version);
        Objects.requireNonNull(stack, "stack");
    }

    private static String ofThisProgram() {
        String version = About.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
