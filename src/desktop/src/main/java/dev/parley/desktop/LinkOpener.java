package dev.parley.desktop;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;

/** Opens a web address with the program that the user has for it. Any thread but JavaFX's. */
final class LinkOpener {
    /** Nothing that a message says opens a file or another program. */
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String system;

    /** @param system the value of {@code os.name} */
    LinkOpener(String system) {
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /** Opens the address if it is one of the web; says in a sentence why not. */
    Optional<String> open(String address) {
        List<String> command = command(address);
        if (command.isEmpty()) return Optional.of("Only web addresses are opened, and this is none: " + address);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return Optional.empty();
        } catch (IOException e) {
            LogManager.getLogger(LinkOpener.class).warn("{} was not opened", address, e);
            return Optional.of("No browser could be started for " + address);
        }
    }

    /** What is run for an address, nothing if it is not one of the web. */
    List<String> command(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)))
                return List.of();
            String plain = uri.toASCIIString();
            if (system.startsWith("windows")) return List.of("rundll32", "url.dll,FileProtocolHandler", plain);
            return List.of(system.startsWith("mac") ? "open" : "xdg-open", plain);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
