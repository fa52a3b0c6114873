package dev.parley.group.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactRateTest {
    private static List<Boolean> choices(double rate, long seed, int many) {
        ExactRate chooser = new ExactRate(rate, seed);
        return IntStream.range(0, many).mapToObj(i -> chooser.next()).toList();
    }

    private static long chosen(List<Boolean> choices) {
        return choices.stream().filter(chosen -> chosen).count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.005, 0.01, 0.1, 0.125, 0.2, 1.0 / 3, 0.5, 0.999, 1})
    void ofManyExactlyTheRateIsChosenAndOfEachHundredToo(double rate) {
        List<Boolean> choices = choices(rate, 7, 10_000);
        for (int hundred = 1; hundred <= 100; hundred++)
            assertThat(chosen(choices.subList(0, hundred * 100))).isEqualTo(Math.round(rate * 100 * hundred));
    }

    @Test
    void aSeedDecidesWhichAndAnotherSeedOthers() {
        assertThat(choices(0.1, 7, 1_000)).isEqualTo(choices(0.1, 7, 1_000)).isNotEqualTo(choices(0.1, 8, 1_000));
    }

    @Test
    void thePlacesFollowNoPattern() {
        List<Boolean> choices = choices(0.1, 3, 100_000);
        int[] places = new int[10];
        for (int i = 0; i < choices.size(); i++) if (choices.get(i)) places[i % 10]++;
        for (int place : places) assertThat(place).isBetween(800, 1_200);
    }
}
