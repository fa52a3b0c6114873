package dev.parley.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void wideLettersTakeTwoColumnsAndCombiningOnesNone() {
        assertThat(TextWidth.of("abc")).isEqualTo(3);
        assertThat(TextWidth.of("日本")).isEqualTo(4);
        assertThat(TextWidth.of("한글")).isEqualTo(4);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("😀!")).isEqualTo(3);
        assertThat(TextWidth.of("שלום")).isEqualTo(4);
    }

    @Test
    void columnsOfATableStandBelowEachOther() {
        assertThat(new Columns("name", "x").row("日本", 1).row("ann", 2).lines())
                .containsExactly("name  x", "日本  1", "ann   2");
    }
}
