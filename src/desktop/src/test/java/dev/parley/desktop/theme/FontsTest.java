package dev.parley.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.desktop.testing.FxTest;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest extends FxTest {
    @BeforeAll
    static void load() {
        onFx(Fonts::load);
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.TEXT, Fonts.MEDIUM, Fonts.SEMI_BOLD, Fonts.MONO, Fonts.EMOJI})
    void everyFamilyIsThereUnderTheNameThatTheSheetsUse(String family) {
        assertThat(fromFx(() -> Font.font(family, 13).getFamily())).isEqualTo(family);
    }
}
