package dev.parley.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a lab starts its peers.
 *
 * @param command the program and its first arguments, for example {@code java -jar parley.jar}
 * @param environment variables set besides the inherited ones; an empty value removes the variable
 * @param folder where each peer gets a data folder of its name
 * @param bootstrap the bootstrap data service, or empty for the one of this machine
 * @param options given to every peer
 */
public record LabSettings(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Optional<URI> bootstrap,
        List<String> options) {
    public LabSettings {
        command = List.copyOf(command);
        if (command.isEmpty()) throw new IllegalArgumentException("A lab needs the command that starts a peer");
        environment = Map.copyOf(environment);
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(bootstrap, "bootstrap");
        options = List.copyOf(options);
    }

    /** The same with other options for every peer. */
    public LabSettings withOptions(String... options) {
        return new LabSettings(command, environment, folder, bootstrap, List.of(options));
    }

    /** The same with a bootstrap data service. */
    public LabSettings withBootstrap(URI service) {
        return new LabSettings(command, environment, folder, Optional.of(service), options);
    }
}
