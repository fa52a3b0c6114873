package dev.parley.desktop.settings;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.apache.logging.log4j.LogManager;

/** Writes changed settings after a short rest, on a thread of its own, so that moving a window writes once. JavaFX thread. */
public final class SettingsSaver implements AutoCloseable {
    private static final Duration REST = Duration.millis(400);
    private static final long LAST_WRITE_SECONDS = 2;

    private final SettingsFile file;
    private final AtomicReference<Map<String, String>> unsaved = new AtomicReference<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-settings");
        thread.setDaemon(true);
        return thread;
    });

    /** Saves the model whenever it changes, until closed. */
    public SettingsSaver(SettingsModel model, SettingsFile file) {
        this.file = file;
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
        try {
            file.write(values);
        } catch (IOException e) {
            LogManager.getLogger(SettingsSaver.class).warn("The settings are not kept", e);
        }
    }

    /** Writes what is not written yet. Any thread but JavaFX's. */
    @Override
    public void close() {
        if (writer.isShutdown()) return;
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
