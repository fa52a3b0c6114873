package dev.parley.console.lab;

import java.util.List;
import java.util.Map;

/**
 * How this program is started again, as a peer of the lab.
 *
 * @param command the program and its first arguments, for example {@code java -jar parley.jar}
 * @param environment variables set besides the inherited ones; an empty value removes the variable
 */
public record LabProgram(List<String> command, Map<String, String> environment) {
    public LabProgram {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
