package dev.parley.desktop.settings;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the user has chosen and where the window was. What a file says that makes no sense is taken for not said. JavaFX
 * thread, once the window is there.
 */
public final class SettingsModel {
    public static final int SMALLEST_TEXT = 11;
    public static final int USUAL_TEXT = 13;
    public static final int LARGEST_TEXT = 18;
    private static final double LOWEST_CONSOLE = 140;
    private static final double USUAL_CONSOLE = 260;
    private static final double MOST_PIXELS = 100_000;

    private final ObjectProperty<Appearance> appearance;
    private final IntegerProperty textSize;
    private final BooleanProperty reduceMotion;
    private final BooleanProperty consoleOpen;
    private final DoubleProperty consoleHeight;
    private final BooleanProperty membersShown;
    private final ObjectProperty<Optional<WindowPlace>> place;
    private final StringProperty name;
    private final StringProperty room;
    private final StringProperty service;

    /** @param values as the settings' file has them */
    public SettingsModel(Map<String, String> values) {
        Keys keys = new Keys(values);
        appearance = new SimpleObjectProperty<>(
                keys.text("theme").flatMap(Appearance::of).orElse(Appearance.SYSTEM));
        textSize = new SimpleIntegerProperty(
                (int) keys.number("text-size", SMALLEST_TEXT, LARGEST_TEXT).orElse(USUAL_TEXT));
        reduceMotion = new SimpleBooleanProperty(keys.yes("reduce-motion", false));
        consoleOpen = new SimpleBooleanProperty(keys.yes("console.open", false));
        consoleHeight = new SimpleDoubleProperty(
                keys.number("console.height", LOWEST_CONSOLE, MOST_PIXELS).orElse(USUAL_CONSOLE));
        membersShown = new SimpleBooleanProperty(keys.yes("members.shown", true));
        place = new SimpleObjectProperty<>(keys.place());
        name = new SimpleStringProperty(keys.text("name").orElse(""));
        room = new SimpleStringProperty(keys.text("room").orElse(""));
        service = new SimpleStringProperty(keys.text("service").orElse(""));
    }

    /** What the settings' file keeps of this. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("theme", appearance.get().key());
        values.put("text-size", Integer.toString(textSize.get()));
        values.put("reduce-motion", reduceMotion.get() ? "on" : "off");
        values.put("console.open", Boolean.toString(consoleOpen.get()));
        values.put("console.height", Long.toString(Math.round(consoleHeight.get())));
        values.put("members.shown", Boolean.toString(membersShown.get()));
        putIfSaid(values, "name", name.get());
        putIfSaid(values, "room", room.get());
        putIfSaid(values, "service", service.get());
        place.get().ifPresent(known -> Keys.put(values, known));
        return values;
    }

    /** Takes what was set elsewhere; where the window and its parts are stays. */
    public void take(Map<String, String> values) {
        SettingsModel said = new SettingsModel(values);
        appearance.set(said.appearance.get());
        textSize.set(said.textSize.get());
        reduceMotion.set(said.reduceMotion.get());
        name.set(said.name.get());
        room.set(said.room.get());
        service.set(said.service.get());
    }

    private static void putIfSaid(Map<String, String> values, String key, String text) {
        if (!text.isEmpty()) values.put(key, text);
    }

    /** Runs this after each change. */
    public void onChange(Runnable action) {
        List<Observable> all = List.of(
                appearance,
                textSize,
                reduceMotion,
                consoleOpen,
                consoleHeight,
                membersShown,
                place,
                name,
                room,
                service);
        all.forEach(property -> property.addListener(observable -> action.run()));
    }

    /** Makes the text this much larger, as far as that goes. */
    public void enlargeText(int steps) {
        textSize.set(Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, textSize.get() + steps)));
    }

    /** Who entered which room last; what is kept of room and service and makes no sense is taken for not said. */
    public Optional<PeerChoice> remembered() {
        if (Rules.NAME.objection(name.get()).isPresent()) return Optional.empty();
        boolean knowsRoom = Rules.ROOM.objection(room.get()).isEmpty();
        boolean knowsService = !service.get().isEmpty()
                && Rules.SERVICE.objection(service.get()).isEmpty();
        return Optional.of(new PeerChoice(
                new PeerName(name.get()),
                knowsRoom ? new RoomName(room.get()) : RoomName.LOBBY,
                knowsService ? Optional.of(Rules.url(service.get())) : Optional.empty()));
    }

    /** Keeps this for the next start. */
    public void remember(PeerChoice choice) {
        name.set(choice.name().text());
        room.set(choice.room().equals(RoomName.LOBBY) ? "" : choice.room().text());
        service.set(choice.service().map(URI::toString).orElse(""));
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    public IntegerProperty textSize() {
        return textSize;
    }

    public BooleanProperty reduceMotion() {
        return reduceMotion;
    }

    public BooleanProperty consoleOpen() {
        return consoleOpen;
    }

    public DoubleProperty consoleHeight() {
        return consoleHeight;
    }

    public BooleanProperty membersShown() {
        return membersShown;
    }

    /** Empty until the window was somewhere. */
    public ObjectProperty<Optional<WindowPlace>> place() {
        return place;
    }

    /** Empty until the user has said it. */
    public StringProperty name() {
        return name;
    }

    /** Empty for the usual one. */
    public StringProperty room() {
        return room;
    }

    /** The bootstrap data service's URL, empty for the service of this machine. */
    public StringProperty service() {
        return service;
    }

    /** Reads values by their keys. */
    private record Keys(Map<String, String> values) {
        Optional<String> text(String key) {
            return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
        }

        boolean yes(String key, boolean usual) {
            String text = values.getOrDefault(key, "").strip();
            return usual ? !text.equals("false") : text.equals("true") || text.equals("on");
        }

        OptionalDouble number(String key, double least, double most) {
            try {
                double number = Double.parseDouble(text(key).orElse("NaN"));
                if (number >= least && number <= most) return OptionalDouble.of(number);
            } catch (NumberFormatException notSaid) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.empty();
        }

        Optional<WindowPlace> place() {
            var x = number("window.x", -MOST_PIXELS, MOST_PIXELS);
            var y = number("window.y", -MOST_PIXELS, MOST_PIXELS);
            var width = number("window.width", WindowPlace.MIN_WIDTH, MOST_PIXELS);
            var height = number("window.height", WindowPlace.MIN_HEIGHT, MOST_PIXELS);
            if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) return Optional.empty();
            return Optional.of(new WindowPlace(
                    x.getAsDouble(),
                    y.getAsDouble(),
                    width.getAsDouble(),
                    height.getAsDouble(),
                    yes("window.maximized", false)));
        }

        static void put(Map<String, String> values, WindowPlace place) {
            values.put("window.x", Long.toString(Math.round(place.x())));
            values.put("window.y", Long.toString(Math.round(place.y())));
            values.put("window.width", Long.toString(Math.round(place.width())));
            values.put("window.height", Long.toString(Math.round(place.height())));
            values.put("window.maximized", Boolean.toString(place.maximized()));
        }
    }
}
