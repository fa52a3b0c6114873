package dev.parley.desktop.settings;

import dev.parley.chat.Subscription;
import dev.parley.console.settings.Settings;
import dev.parley.console.settings.SettingsException;
import dev.parley.desktop.fx.FxThread;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.apache.logging.log4j.LogManager;

/**
 * Keeps what changes in the window, after a short rest and on a thread of its own, so that moving a window writes once; and has
 * the window follow what is set elsewhere. JavaFX thread.
 */
public final class SettingsSaver implements AutoCloseable {
    private static final Duration REST = Duration.millis(400);
    private static final long LAST_WRITE_SECONDS = 2;

    private final Settings shared;
    private final Subscription watching;
    private final AtomicReference<Map<String, String>> unsaved = new AtomicReference<>();

    /** What the model had when it was saved last, so that only what has changed since is written. */
    private final AtomicReference<Map<String, String>> saved;

    private final PauseTransition rest = new PauseTransition(REST);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-settings");
        thread.setDaemon(true);
        return thread;
    });

    /** Saves the model whenever it changes, and changes it whenever something is set elsewhere, until closed. */
    public SettingsSaver(KeptSettings kept, FxThread fxThread) {
        SettingsModel model = kept.model();
        this.shared = kept.shared();
        this.saved = new AtomicReference<>(model.values());
        this.watching = shared.watch(values -> fxThread.execute(() -> model.take(values)));
        rest.setOnFinished(event -> {
            if (!writer.isShutdown()) writer.execute(this::write);
        });
        model.onChange(() -> save(model.values()));
    }

    private void save(Map<String, String> values) {
        unsaved.set(values);
        if (!writer.isShutdown()) rest.playFromStart();
    }

    private void write() {
        Map<String, String> values = unsaved.getAndSet(null);
        if (values == null) return;
        Map<String, Optional<String>> changes = changes(saved.getAndSet(values), values);
        if (changes.isEmpty()) return;
        try {
            shared.keep(changes);
        } catch (SettingsException e) {
            LogManager.getLogger(SettingsSaver.class).warn("The settings are not kept", e);
        }
    }

    private static Map<String, Optional<String>> changes(Map<String, String> before, Map<String, String> after) {
        Map<String, Optional<String>> changes = new HashMap<>();
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) changes.put(key, Optional.of(value));
        });
        for (String key : before.keySet()) if (!after.containsKey(key)) changes.put(key, Optional.empty());
        return changes;
    }

    /** Writes what is not written yet. Any thread but JavaFX's. */
    @Override
    public void close() {
        if (writer.isShutdown()) return;
        watching.close();
        writer.execute(this::write);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS))
                LogManager.getLogger(SettingsSaver.class).warn("The settings were not kept in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
