package dev.parley.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsModelTest {
    @Test
    void whatIsKeptIsReadAgain() {
        SettingsModel before = new SettingsModel(Map.of());
        before.appearance().set(Appearance.DARK);
        before.textSize().set(16);
        before.reduceMotion().set(true);
        before.consoleOpen().set(true);
        before.consoleHeight().set(300);
        before.membersShown().set(false);
        before.place().set(Optional.of(new WindowPlace(10, 20, 900, 600, true)));
        before.remember(new PeerChoice(
                new PeerName("ann"), new RoomName("kitchen"), Optional.of(URI.create("http://127.0.0.1:9"))));

        SettingsModel after = new SettingsModel(before.values());

        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.appearance().get()).isEqualTo(Appearance.DARK);
        assertThat(after.place().get()).contains(new WindowPlace(10, 20, 900, 600, true));
        assertThat(after.remembered())
                .contains(new PeerChoice(
                        new PeerName("ann"), new RoomName("kitchen"), Optional.of(URI.create("http://127.0.0.1:9"))));
    }

    @ParameterizedTest
    @CsvSource({
        "theme, purple",
        "text-size, 10",
        "text-size, 19",
        "text-size, large",
        "text-size, NaN",
        "reduce-motion, perhaps",
        "console.open, 1",
        "console.height, -3",
        "console.height, 139",
        "console.height, Infinity",
        "members.shown, no",
        "window.width, 100",
        "unknown, value",
    })
    void whatMakesNoSenseIsTakenForNotSaid(String key, String value) {
        assertThat(new SettingsModel(Map.of(key, value)).values()).isEqualTo(new SettingsModel(Map.of()).values());
    }

    @Test
    void aPlaceThatIsNotWhollyKnownIsNone() {
        assertThat(new SettingsModel(Map.of("window.x", "1", "window.y", "1", "window.width", "900"))
                        .place()
                        .get())
                .isEmpty();
    }

    @Test
    void aRememberedPeerNeedsAName() {
        assertThat(new SettingsModel(Map.of("room", "kitchen")).remembered()).isEmpty();
        assertThat(new SettingsModel(Map.of("name", "two words")).remembered()).isEmpty();
    }

    @Test
    void aRememberedRoomOrServiceThatMakesNoSenseIsTheUsualOne() {
        assertThat(new SettingsModel(Map.of("name", "ann", "room", "a b", "service", "gopher://x")).remembered())
                .contains(new PeerChoice(new PeerName("ann"), RoomName.LOBBY, Optional.empty()));
    }

    @Test
    void textGrowsAndShrinksNoFurtherThanItCanBeRead() {
        SettingsModel settings = new SettingsModel(Map.of());

        settings.enlargeText(100);
        assertThat(settings.textSize().get()).isEqualTo(SettingsModel.LARGEST_TEXT);
        settings.enlargeText(-100);
        assertThat(settings.textSize().get()).isEqualTo(SettingsModel.SMALLEST_TEXT);
    }

    @Test
    void eachChangeIsTold() {
        SettingsModel settings = new SettingsModel(Map.of());
        AtomicInteger changes = new AtomicInteger();
        settings.onChange(changes::incrementAndGet);

        settings.appearance().set(Appearance.LIGHT);
        settings.name().set("ann");
        settings.place().set(Optional.of(new WindowPlace(1, 2, 800, 600, false)));

        assertThat(changes).hasValue(3);
    }
}
