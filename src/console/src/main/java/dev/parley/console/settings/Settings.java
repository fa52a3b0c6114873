package dev.parley.console.settings;

import dev.parley.chat.Subscription;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What the user has set, shared by all parts of the program and, through the file, by all that run. What the file says that no
 * setting can be is taken for not said; keys that nobody here knows stay in it. Any thread but JavaFX's.
 */
public final class Settings {
    private static final Logger LOG = LogManager.getLogger();
    private static final int MAX_QUOTED = 80;
    private final List<Setting> catalog;
    private final SettingsFile file;
    private final Optional<String> problem;
    private final List<Consumer<Map<String, String>>> watchers = new CopyOnWriteArrayList<>();
    private Map<String, String> kept;

    /** Reads what is kept there; the file need not exist. */
    public Settings(Path file) {
        this(file, StandardSettings.all());
    }

    Settings(Path file, List<Setting> catalog) {
        this.catalog = List.copyOf(catalog);
        this.file = new SettingsFile(file);
        SettingsFile.Content content = this.file.read();
        this.kept = content.values();
        this.problem = content.problem();
    }

    /** A sentence for the user if the file could not be read. */
    public Optional<String> problem() {
        return problem;
    }

    public List<Setting> catalog() {
        return catalog;
    }

    /** Everything in the file, whether or not it makes sense. */
    public synchronized Map<String, String> kept() {
        return kept;
    }

    /** What holds: what was set, or else the usual. */
    public String value(String key) {
        Setting setting = catalog.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
        return value(setting);
    }

    String value(Setting setting) {
        return Optional.ofNullable(kept().get(setting.key()))
                .filter(value -> setting.values().objection(value).isEmpty())
                .orElse(setting.usual());
    }

    /** Whether a setting that is on or off is on. */
    public boolean isOn(String key) {
        return value(key).equals("on");
    }

    /** @throws SettingsException if there is none, with what may have been meant */
    Setting named(String key) throws SettingsException {
        List<String> keys = catalog.stream().map(Setting::key).toList();
        for (Setting setting : catalog) if (setting.key().equals(key)) return setting;
        String quoted = HarmlessText.shortened(key, MAX_QUOTED);
        String question = NearestNames.question(key, keys);
        String listed = "; 'set' lists all, and a variable has a dollar: set $name value.";
        throw new SettingsException("There is no setting '" + quoted + "'" + (question.isEmpty() ? listed : question));
    }

    /**
     * Sets and keeps it.
     *
     * @throws SettingsException if it cannot be that, or cannot be kept; then it holds for this run only
     */
    public void set(String key, String value) throws SettingsException {
        Setting setting = named(key);
        Optional<String> objection = setting.values().objection(value);
        if (objection.isPresent())
            throw new SettingsException("%s cannot be '%s': %s."
                    .formatted(setting.key(), HarmlessText.shortened(value, MAX_QUOTED), objection.get()));
        keep(Map.of(key, Optional.of(value)));
    }

    /**
     * Keeps these, and forgets those that are empty; whatever else the file holds stays.
     *
     * @throws SettingsException if they cannot be kept; then they hold for this run only
     */
    public void keep(Map<String, Optional<String>> changes) throws SettingsException {
        Map<String, String> now;
        try {
            synchronized (this) {
                now = file.change(values -> changed(values, changes));
                kept = now;
            }
        } catch (IOException e) {
            LOG.warn("settings not kept", e);
            synchronized (this) {
                now = Map.copyOf(changed(new TreeMap<>(kept), changes));
                kept = now;
            }
            tell(now);
            throw new SettingsException(
                    "This holds until Parley ends, because %s cannot be written; check its permissions."
                            .formatted(file.path()),
                    e);
        }
        tell(now);
    }

    private static Map<String, String> changed(Map<String, String> values, Map<String, Optional<String>> changes) {
        changes.forEach((key, value) -> value.ifPresentOrElse(text -> values.put(key, text), () -> values.remove(key)));
        return values;
    }

    /** Hears all that is kept after each change, on the thread that makes it. */
    public Subscription watch(Consumer<Map<String, String>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Hears what a setting is: now, and after each change, on the thread that makes it. */
    public Subscription follow(String key, Consumer<String> follower) {
        follower.accept(value(key));
        return watch(all -> follower.accept(value(key)));
    }

    private void tell(Map<String, String> values) {
        watchers.forEach(watcher -> watcher.accept(values));
    }
}
