package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice-2", "J.R._Smith", "Ürsula", "小明"})
    void ordinaryNamesStayAsTheyAre(String name) {
        assertThat(FolderName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        ".., %2E%2E",
        "., %2E",
        "..., %2E.%2E",
        "a/b, a%2Fb",
        "../../etc, %2E.%2F..%2Fetc",
        "c:\\x, c%3A%5Cx",
        "100%, 100%25",
        "con, %63on",
        "COM1.txt, %43OM1.txt",
        "dots., dots%2E",
        ".hidden, %2Ehidden",
    })
    void nothingInANameLeadsElsewhere(String name, String folder) {
        assertThat(FolderName.of(name)).isEqualTo(folder);
    }

    @Test
    void aVeryLongNameIsShortenedWithoutMeetingAnother() {
        String one = "🙂".repeat(63) + "a";
        String other = "🙂".repeat(63) + "b";

        assertThat(FolderName.of(one)).hasSizeLessThan(200).isNotEqualTo(FolderName.of(other));
    }
}
