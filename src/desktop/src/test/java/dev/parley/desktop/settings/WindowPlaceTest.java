package dev.parley.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    private static final List<Rectangle2D> TWO_SCREENS =
            List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

    @ParameterizedTest
    @CsvSource({"100, 100", "2000, 50", "-900, 0", "1800, 900"})
    void aWindowThatCanBeTakenHoldOfStaysWhereItWas(double x, double y) {
        WindowPlace place = new WindowPlace(x, y, 1000, 700, false);

        assertThat(place.on(TWO_SCREENS)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"5000, 100", "-2000, 100", "100, -50", "100, 2000", "3190, 100"})
    void aWindowThatNobodyWouldSeeComesToTheMiddleOfTheFirstScreen(double x, double y) {
        WindowPlace place = new WindowPlace(x, y, 1000, 700, true).on(TWO_SCREENS);

        assertThat(place).isEqualTo(new WindowPlace(460, 190, 1000, 700, true));
    }

    @Test
    void aWindowLargerThanEveryScreenIsMadeToFit() {
        WindowPlace place = new WindowPlace(0, 0, 5000, 4000, false).on(TWO_SCREENS);

        assertThat(place).isEqualTo(new WindowPlace(0, 0, 1920, 1080, false));
    }

    @Test
    void theFirstPlaceIsTheMiddle() {
        assertThat(WindowPlace.usual(TWO_SCREENS)).isEqualTo(new WindowPlace(320, 140, 1280, 800, false));
        assertThat(WindowPlace.usual(List.of()).width()).isEqualTo(1280);
    }
}
