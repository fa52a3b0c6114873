package dev.parley.console.settings;

import java.util.Objects;

/**
 * One thing that the user can set, and that is kept.
 *
 * @param summary what it is for, one line without a full stop
 * @param usual what holds while nothing is set; may be empty
 */
public record Setting(String key, String summary, String usual, SettingValues values) {
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(usual, "usual");
        Objects.requireNonNull(values, "values");
    }

    /** One that is on or off. */
    static Setting onOrOff(String key, String summary, boolean usual) {
        return new Setting(key, summary, usual ? "on" : "off", SettingValues.words("on", "off"));
    }
}
