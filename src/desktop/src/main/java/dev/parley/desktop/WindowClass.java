package dev.parley.desktop;

import com.sun.glass.ui.Application;
import org.apache.logging.log4j.LogManager;

/**
 * Tells the desktop that windows are Parley's, so that it finds their icon and groups them. JavaFX takes the name of the class
 * that was launched for that, and lets nobody say another but through this door, which is no part of its API.
 */
final class WindowClass {
    private final String name;

    WindowClass(String name) {
        this.name = name;
    }

    /** JavaFX thread, before the first window. */
    void apply() {
        try {
            Application.GetApplication().setName(name);
        } catch (LinkageError | RuntimeException e) {
            LogManager.getLogger(WindowClass.class).info("The window has the class that JavaFX gives it", e);
        }
    }
}
