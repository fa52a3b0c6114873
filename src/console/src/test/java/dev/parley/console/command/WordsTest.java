package dev.parley.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsSplitAtWhiteSpaceAndQuotesKeepIt() {
        assertThat(texts("a  b\tc")).containsExactly("a", "b", "c");
        assertThat(texts("a 'b c' \"d  e\"f")).containsExactly("a", "b c", "d  ef");
        assertThat(texts("'' x")).containsExactly("", "x");
        assertThat(texts("C:\\new folder")).containsExactly("C:\\new", "folder");
    }

    @Test
    void aQuoteInTheOtherKindIsText() {
        assertThat(texts("\"it's\" 'say \"hi\"'")).containsExactly("it's", "say \"hi\"");
    }

    @Test
    void anOpenQuoteIsSeen() {
        assertThat(Words.of("a \"b").isUnbalanced()).isTrue();
        assertThat(Words.of("a \"b\" 'c'").isUnbalanced()).isFalse();
    }

    @Test
    void theRestIsWhatStandsBehindOneSpace() {
        assertThat(Words.of(" msg  hello ").restAfter(0)).isEqualTo(" hello ");
        assertThat(Words.of("msg").restAfter(0)).isEmpty();
        assertThat(Words.of("msg ").restAfter(0)).isEmpty();
    }

    @Property
    void aQuotedTextIsReadBackAsOneWord(@ForAll String text) {
        assertThat(texts(Words.quoted(text))).containsExactly(text);
    }

    @Property
    void everyWordLiesWhereItSays(@ForAll String line) {
        int end = 0;
        for (Words.Word word : Words.of(line).list()) {
            assertThat(line.substring(end, word.start())).isBlank();
            assertThat(word.end()).isGreaterThan(word.start());
            end = word.end();
        }
        assertThat(line.substring(end)).isBlank();
    }

    @Property
    void wordsAskedForOneByOneAreTheSame(@ForAll String line) {
        Words words = Words.of(line);
        List<Words.Word> asked = new ArrayList<>();
        while (words.has(asked.size())) asked.add(words.get(asked.size()));
        assertThat(asked).isEqualTo(Words.of(line).list());
        assertThatThrownBy(() -> words.get(asked.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<String> texts(String line) {
        return Words.of(line).textsFrom(0);
    }
}
