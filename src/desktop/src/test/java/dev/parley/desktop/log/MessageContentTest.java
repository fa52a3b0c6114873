package dev.parley.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.desktop.log.Run.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContentTest {
    private static final OwnName ANN = new OwnName("ann");

    private static MessageContent content(String text) {
        return MessageContent.of(text, ANN, false);
    }

    private static List<String> runs(String text) {
        return content(text).runs().stream()
                .map(run -> run.kind() + ":" + run.text())
                .toList();
    }

    @Test
    void aTextIsTakenApartIntoCodeLinksNamesAndPictures() {
        assertThat(runs("@ann see `a b` at https://x.org/y, 👍 ok"))
                .containsExactly(
                        "ME:@ann",
                        "TEXT: see ",
                        "CODE:a b",
                        "TEXT: at ",
                        "LINK:https://x.org/y",
                        "TEXT:, ",
                        "EMOJI:👍",
                        "TEXT: ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "go to http://a.b/c. | http://a.b/c",
                "(see https://a.b/c) | https://a.b/c",
                "https://a.b/c_(d) | https://a.b/c_(d)",
                "ftp://a.b | ftp://a.b",
                "WWW.a.b! | WWW.a.b",
                "<https://a.b> | https://a.b",
            })
    void aLinkEndsWhereItsSentenceGoesOn(String text, String link) {
        assertThat(content(text).runs())
                .filteredOn(run -> run.kind() == Kind.LINK)
                .extracting(Run::text)
                .containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript://x", "file:///etc/passwd", "xhttp://a", "a `b", "awww.b"})
    void whatIsNoLinkAndNoCodeIsPlain(String text) {
        assertThat(content(text).runs()).extracting(Run::kind).containsOnly(Kind.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"👩‍👩‍👧,👩👩👧", "👍🏽,👍", "❤️,❤", "1️⃣,1", "🏴󠁧󠁢󠁥󠁮󠁧󠁿,🏴", "🇩🇪,🇩🇪", "🏳️‍🌈,🏳🌈"})
    void whatJoinsAndTintsPicturesIsNotDrawnButCopied(String written, String drawn) {
        MessageContent content = content("x" + written + "y");
        assertThat(runs("x" + written + "y")).containsExactly("TEXT:x", "EMOJI:" + drawn, "TEXT:y");
        assertThat(content.sourceOf(new TextRange(0, content.shown().length()))).isEqualTo("x" + written + "y");
    }

    @Test
    void numbersAndArrowsAreNoPictures() {
        assertThat(runs("1 2 # * → ✓ ©")).hasSize(1).first().asString().startsWith("TEXT:");
    }

    @Test
    void joinersWithoutPicturesAreNotSeen() {
        assertThat(content("a\u200Bb\u2060c\uFEFFd\u200De").shown()).isEqualTo("abcde");
    }

    @Test
    void aTextOfOnlyInvisibleCharactersIsEmptyAndHarmless() {
        assertThat(content("\u200B\u200D").runs()).isEmpty();
        assertThat(content("\u200B").shown()).isEmpty();
        assertThat(content("\u200B").runAt(0)).isNull();
    }

    @Test
    void aLongTextIsCutAndOpenedOnRequest() {
        String text = "x".repeat(65_536);
        assertThat(content(text).cut()).isTrue();
        assertThat(content(text).shown()).hasSize(MessageContent.MOST_CHARACTERS);
        assertThat(MessageContent.of(text, ANN, true).cut()).isFalse();
        assertThat(MessageContent.of(text, ANN, true).shown()).isEqualTo(text);
    }

    @Test
    void aPictureIsNotCutInHalf() {
        String text = "x" + "😀".repeat(3_000);
        assertThat(content(text).source())
                .hasSize(MessageContent.MOST_CHARACTERS - 1)
                .endsWith("😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\u0085"})
    void aTextOfManyLinesIsCutWhateverEndsThem(String end) {
        MessageContent content = content(("line" + end).repeat(1_000));
        assertThat(content.cut()).isTrue();
        assertThat(content.source().lines()).hasSize(MessageContent.MOST_LINES);
    }

    @Test
    void ofManyCombiningMarksOnACharacterFewAreKept() {
        String text = "e" + "\u0301".repeat(10_000) + "f";
        assertThat(MessageContent.of(text, ANN, true).shown()).isEqualTo("e\u0301\u0301\u0301f");
    }

    @Test
    void controlsAndTurnedDirectionsAreSeenAsWhatTheyAre() {
        assertThat(content("\u202Eabc\u0007\u001B[31m").shown()).isEqualTo("\uFFFDabc\uFFFD\uFFFD[31m");
    }

    @Test
    void aTextThatChangesItsLooksAllTheTimeHasFewRuns() {
        MessageContent content = content("a😀".repeat(1_300));
        assertThat(content.runs()).hasSizeLessThanOrEqualTo(120);
        assertThat(content.shown()).isEqualTo("a😀".repeat(1_300));
    }

    @Test
    void aLinkOfOnlyBracketsEndsSoon() {
        assertThat(MessageContent.of("www.a" + ")".repeat(65_000), ANN, true)
                        .runs()
                        .get(0)
                        .text())
                .isEqualTo("www.a");
    }

    @ParameterizedTest
    @CsvSource({"\u3164,U+3164", "\u2800\u2800,U+2800 U+2800", "\u0301,U+0301", "bob,bob", "<b>x</b>,<b>x</b>"})
    void aNameIsAlwaysSeen(String name, String shown) {
        assertThat(ShownText.name(name)).isEqualTo(shown);
    }

    @Test
    void aPartOfCodeIsCopiedWithoutItsBackticks() {
        MessageContent content = content("run `drop-5` now");
        assertThat(content.shown()).isEqualTo("run drop-5 now");
        assertThat(content.sourceOf(new TextRange(4, 10))).isEqualTo("drop-5");
        assertThat(content.sourceOf(new TextRange(2, 6))).isEqualTo("n dr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום ", "ש", "e\u0301\u0301", "हिन्दी "})
    void scriptsThatAreSlowToWrapComeInShortRunsThatBeginWithNoMark(String words) {
        MessageContent content = content(words.repeat(1_000));
        assertThat(content.runs()).allSatisfy(run -> {
            assertThat(run.text()).hasSizeLessThanOrEqualTo(110);
            assertThat(ShownText.isMark(run.text().codePointAt(0))).isFalse();
        });
        assertThat(content.sourceOf(new TextRange(0, content.shown().length()))).isEqualTo(content.source());
    }
}
