package dev.parley.bootstrap.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads environment variables, of which an empty one counts as none. Immutable. */
final class Environment {
    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * A secret from the variable, or from the file that the variable with {@code _FILE} behind its name names, without the line
     * break at its end.
     *
     * @throws IllegalArgumentException with one sentence if both are set, or the file cannot be read or is empty
     */
    Optional<String> secret(String name) {
        Optional<String> file = text(name + "_FILE");
        if (file.isEmpty()) return text(name);
        if (text(name).isPresent())
            throw new IllegalArgumentException("Set " + name + " or " + name + "_FILE, not both.");
        String secret = read(name, Path.of(file.get())).strip();
        if (secret.isEmpty()) throw new IllegalArgumentException("The file of " + name + "_FILE is empty.");
        return Optional.of(secret);
    }

    /** @throws IllegalArgumentException with one sentence if it is no number within these bounds */
    int number(String name, int min, int max, int otherwise) {
        return text(name).map(value -> parse(name, value, min, max)).orElse(otherwise);
    }

    private static int parse(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of bounds.
        }
        throw new IllegalArgumentException(name + " is a number from " + min + " to " + max + ", not " + value + ".");
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of " + name + "_FILE cannot be read (" + e + "); check its name and who may read it.", e);
        }
    }
}
