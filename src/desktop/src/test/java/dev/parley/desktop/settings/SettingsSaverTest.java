package dev.parley.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.settings.Settings;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.testing.FxTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSaverTest extends FxTest {
    @TempDir
    private Path folder;

    @Test
    void changesAreKeptWithoutAskingAndAtTheLatestAtTheEnd() throws Exception {
        KeptSettings kept = KeptSettings.in(folder);
        SettingsSaver saver = fromFx(() -> new SettingsSaver(kept, new FxThread()));

        onFx(() -> kept.model().textSize().set(15));
        await().untilAsserted(() -> assertThat(keptNow()).containsEntry("text-size", "15"));
        onFx(() -> kept.model().textSize().set(17));
        saver.close();

        assertThat(keptNow()).containsEntry("text-size", "17");
    }

    @Test
    void whatIsSetElsewhereIsTakenAndWhatOthersKeepStays() throws Exception {
        Files.writeString(folder.resolve("settings"), "of.tomorrow=x\ntext-size=12\n");
        KeptSettings kept = KeptSettings.in(folder);
        SettingsSaver saver = fromFx(() -> new SettingsSaver(kept, new FxThread()));

        kept.shared().set("theme", "dark");
        await().until(() -> fromFx(() -> kept.model().appearance().get()) == Appearance.DARK);
        new Settings(folder.resolve("settings")).set("text-size", "18");
        onFx(() -> kept.model().membersShown().set(false));
        saver.close();

        assertThat(keptNow())
                .containsEntry("of.tomorrow", "x")
                .containsEntry("text-size", "18")
                .containsEntry("theme", "dark")
                .containsEntry("members.shown", "false");
    }

    private Map<String, String> keptNow() {
        return new Settings(folder.resolve("settings")).kept();
    }
}
