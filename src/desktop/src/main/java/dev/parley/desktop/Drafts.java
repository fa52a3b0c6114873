package dev.parley.desktop;

import dev.parley.console.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;

/** Keeps what was typed and not sent, by room, from one run to the next. Any thread but JavaFX's, save for {@link #kept} and {@link #change}. */
final class Drafts {
    private final SettingsFile file;
    private final Map<String, String> kept;
    private final AtomicReference<Map<String, String>> unsaved = new AtomicReference<>();

    /**
     * Reads what was kept.
     *
     * @param folder the peer's own
     */
    Drafts(Path folder) {
        this.file = new SettingsFile(folder.resolve("drafts"));
        this.kept = file.read().values();
    }

    /** What was kept from the run before. */
    Map<String, String> kept() {
        return kept;
    }

    /** Takes what {@link #save} is to write. Any thread. */
    void change(Map<String, String> drafts) {
        unsaved.set(drafts);
    }

    /** Writes what has changed. */
    synchronized void save() {
        Map<String, String> drafts = unsaved.getAndSet(null);
        if (drafts == null) return;
        try {
            file.write(drafts);
        } catch (IOException e) {
            LogManager.getLogger(Drafts.class).warn("What was being typed is not kept", e);
        }
    }
}
