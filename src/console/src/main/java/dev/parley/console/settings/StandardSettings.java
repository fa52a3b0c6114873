package dev.parley.console.settings;

import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import java.util.List;

/** All settings there are; nothing else lists them. What the window only remembers, such as its place, is none. */
public final class StandardSettings {
    public static final String ALLOW_REMOTE_FAULTS = "allow-remote-faults";
    public static final String ALLOW_REMOTE_STACK = "allow-remote-stack";
    public static final String HINTS = "hints";
    public static final String BOOTSTRAP_DEVELOPMENT = "bootstrap-development";
    public static final String BOOTSTRAP_PRODUCTION = "bootstrap-production";

    private static final int SMALLEST_TEXT = 11;
    private static final int LARGEST_TEXT = 18;
    private static final List<Setting> ALL = List.of(
            Setting.onOrOff(ALLOW_REMOTE_FAULTS, "whether other members may make faults here", false),
            Setting.onOrOff(ALLOW_REMOTE_STACK, "whether other members may change the protocol stack here", false),
            Setting.onOrOff(HINTS, "whether the terminal shows the next argument while one types", true),
            new Setting("theme", "the window's colours", "system", SettingValues.words("system", "light", "dark")),
            new Setting(
                    "text-size",
                    "the size of the window's text",
                    "13",
                    SettingValues.numbers(SMALLEST_TEXT, LARGEST_TEXT)),
            Setting.onOrOff("reduce-motion", "whether the window does without moving pictures", false),
            new Setting("name", "who the window opens as without --name", "", SettingValues.checked(PeerName::new)),
            new Setting("room", "the room that the window opens without --room", "lobby", rooms()),
            service(BOOTSTRAP_DEVELOPMENT, "the bootstrap service that 'bootstrapuse development' means"),
            service(BOOTSTRAP_PRODUCTION, "the bootstrap service that 'bootstrapuse production' means"),
            new Setting(
                    "service",
                    "the bootstrap service that the window uses without --bootstrap",
                    "",
                    SettingValues.checked(BootstrapSettings::of)));

    private StandardSettings() {}

    private static Setting service(String key, String summary) {
        return new Setting(key, summary, "", SettingValues.checked(BootstrapSettings::of));
    }

    private static SettingValues rooms() {
        return SettingValues.checked(RoomName::new);
    }

    public static List<Setting> all() {
        return ALL;
    }
}
