package dev.parley.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.chat.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotSetIsAsUsual() {
        Settings settings = settings();

        assertThat(settings.value("theme")).isEqualTo("system");
        assertThat(settings.isOn(StandardSettings.ALLOW_REMOTE_FAULTS)).isFalse();
        assertThat(settings.isOn(StandardSettings.ALLOW_REMOTE_STACK)).isFalse();
        assertThat(settings.isOn(StandardSettings.HINTS)).isTrue();
    }

    @Test
    void whatIsSetIsKeptForTheNextStart() throws Exception {
        settings().set("allow-remote-faults", "on");

        assertThat(settings().isOn("allow-remote-faults")).isTrue();
    }

    @Test
    void everySettingHasASummaryAndAUsualValueThatItTakes() {
        for (Setting setting : StandardSettings.all()) {
            assertThat(setting.summary()).isNotBlank().doesNotEndWith(".");
            if (!setting.usual().isEmpty())
                assertThat(setting.values().objection(setting.usual())).isEmpty();
            for (String offered : setting.values().offered())
                assertThat(setting.values().objection(offered)).isEmpty();
        }
    }

    @Test
    void aValueThatCannotBeIsRefusedWithWhatCould() {
        assertThatThrownBy(() -> settings().set("theme", "purple"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("theme cannot be 'purple': it is one of system, light, dark.");
        assertThatThrownBy(() -> settings().set("text-size", "99")).hasMessageContaining("a number from 11 to 18");
        assertThatThrownBy(() -> settings().set("name", "two words"))
                .hasMessageContaining("name cannot be 'two words'");
        assertThatThrownBy(() -> settings().set("thme", "dark")).hasMessageContaining("did you mean 'theme'?");
        assertThatThrownBy(() -> settings().set("zzz", "1")).hasMessageContaining("set $name value");
        assertThat(folder.resolve("settings")).doesNotExist();
    }

    @Test
    void whatTheFileSaysWithoutSenseIsTakenForNotSaidAndKeysOfOthersStay() throws Exception {
        Files.writeString(folder.resolve("settings"), "theme=purple\nof.tomorrow=x\n");
        Settings settings = settings();

        assertThat(settings.value("theme")).isEqualTo("system");
        settings.set("text-size", "15");

        assertThat(settings().kept()).isEqualTo(Map.of("theme", "purple", "of.tomorrow", "x", "text-size", "15"));
    }

    @Test
    void aBrokenFileIsSetAsideAndSaid() throws Exception {
        Files.write(folder.resolve("settings"), new byte[] {0, 1, 2});

        assertThat(settings().problem().orElseThrow()).contains("begin anew", "settings.broken-");
    }

    @Test
    void whoFollowsASettingHearsItNowAndAfterEachChange() throws Exception {
        Settings settings = settings();
        List<String> heard = new ArrayList<>();
        Subscription following = settings.follow("allow-remote-stack", heard::add);
        settings.set("allow-remote-stack", "on");
        settings.keep(Map.of("allow-remote-stack", Optional.empty()));
        following.close();
        settings.set("allow-remote-stack", "on");

        assertThat(heard).containsExactly("off", "on", "off");
    }

    @Test
    void whereNothingCanBeWrittenASettingHoldsForThisRunAndThatIsSaid() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        Settings settings = new Settings(blocked.resolve("settings"));

        assertThatThrownBy(() -> settings.set("theme", "dark"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("until Parley ends");
        assertThat(settings.value("theme")).isEqualTo("dark");
    }

    private Settings settings() {
        return new Settings(folder.resolve("settings"));
    }
}
