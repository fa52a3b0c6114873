package dev.parley.group;

import java.net.BindException;
import java.util.stream.Stream;

/** Reads chains of exceptions. Stateless. */
final class Causes {
    private Causes() {}

    /** What the innermost exception says. */
    static String deepest(Throwable thrown) {
        Throwable last = chain(thrown).reduce(thrown, (outer, inner) -> inner);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    /** Whether a port was in use; FD_SOCK2 says so only in words. */
    static boolean portInUse(Throwable thrown) {
        return chain(thrown)
                .anyMatch(cause -> cause instanceof BindException
                        || String.valueOf(cause.getMessage()).contains("available port"));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
