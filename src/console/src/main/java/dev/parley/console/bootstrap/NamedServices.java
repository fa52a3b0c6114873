package dev.parley.console.bootstrap;

import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.console.settings.Settings;
import dev.parley.console.settings.StandardSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The services that have a name: where the settings say they are, or else the environment. Any thread. */
public final class NamedServices {
    static final String DEVELOPMENT = "development";
    static final String PRODUCTION = "production";

    private static final Map<String, String> SETTINGS = Map.of(
            DEVELOPMENT, StandardSettings.BOOTSTRAP_DEVELOPMENT, PRODUCTION, StandardSettings.BOOTSTRAP_PRODUCTION);
    private static final Map<String, String> VARIABLES =
            Map.of(DEVELOPMENT, "BOOTSTRAP_DEVELOPMENT_SERVER", PRODUCTION, "BOOTSTRAP_PRODUCTION_SERVER");

    private final Settings settings;
    private final Map<String, String> environment;

    public NamedServices(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    boolean isName(String word) {
        return SETTINGS.containsKey(word);
    }

    /**
     * Where it is; empty: on this machine.
     *
     * @throws IllegalArgumentException with one sentence if nobody has said where production is, or what was said is no URL
     */
    Optional<URI> url(String name) {
        String said = settings.value(SETTINGS.get(name));
        if (said.isBlank()) said = environment.getOrDefault(VARIABLES.get(name), "");
        if (!said.isBlank())
            return Optional.of(BootstrapSettings.of(said.strip()).url());
        if (name.equals(DEVELOPMENT)) return Optional.empty();
        throw new IllegalArgumentException("Nobody has said where production is: type 'set %s URL', or start with %s."
                .formatted(SETTINGS.get(name), VARIABLES.get(name)));
    }
}
