package dev.parley.console.settings;

/** Something could not be set or kept; the message is one sentence that tells its reader what to do. */
public final class SettingsException extends Exception {
    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
