package dev.parley.desktop.settings;

import dev.parley.desktop.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Asks the desktop whether it is light or dark, with the program that the system has for that: JavaFX 21 cannot. A program
 * that is not there or does not answer soon says light. Any thread.
 */
public final class SystemAppearance {
    private static final Logger LOG = LogManager.getLogger();
    private static final int PATIENCE_SECONDS = 3;
    private static final int MOST_BYTES = 4096;

    private final String system;
    private final Map<String, String> environment;

    /**
     * @param system the value of {@code os.name}
     * @param environment the variables of the process
     */
    public SystemAppearance(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
    }

    /** Asks in the background, and tells the answer from there. */
    public void ask(Consumer<Theme> answer) {
        Thread asking = new Thread(() -> answer.accept(dark() ? Theme.DARK : Theme.LIGHT), "parley-theme");
        asking.setDaemon(true);
        asking.start();
    }

    private boolean dark() {
        if (system.startsWith("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return output("reg", "query", key, "/v", "AppsUseLightTheme").contains("0x0");
        }
        if (system.startsWith("mac"))
            return output("defaults", "read", "-g", "AppleInterfaceStyle").startsWith("Dark");
        return linuxIsDark();
    }

    private boolean linuxIsDark() {
        Optional<String> forced =
                Optional.ofNullable(environment.get("GTK_THEME")).filter(name -> !name.isBlank());
        if (forced.isPresent()) return namesDark(forced.get());
        String scheme = output("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
        if (scheme.contains("prefer-")) return scheme.contains("prefer-dark");
        return namesDark(output("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme"));
    }

    private static boolean namesDark(String theme) {
        return theme.toLowerCase(Locale.ROOT).replace("'", "").strip().matches(".*[-:_]dark.*");
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            try (InputStream said = process.getInputStream()) {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return "";
                return new String(said.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("{} cannot say whether the desktop is dark", command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }
}
