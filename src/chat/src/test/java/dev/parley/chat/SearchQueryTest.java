package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
    private static final Clock BERLIN = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    private static SearchQuery parse(String text) throws SessionException {
        return SearchQuery.parse(text, BERLIN);
    }

    @Test
    void wordsPhrasesNamesAndTimesAreToldApart() throws Exception {
        SearchQuery query =
                parse("  deploy \"to production\" from:alice After:2026-11-22T10:30　before:2026-11-23 http://x ");
        assertThat(query.words()).containsExactly("deploy", "to production", "http://x");
        assertThat(query.from()).contains("alice");
        assertThat(query.after()).contains(Instant.parse("2026-11-22T09:30:00Z"));
        assertThat(query.before()).contains(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void aTimeAloneIsOneOfToday() throws Exception {
        assertThat(parse("after:10:30").after()).contains(Instant.parse("2026-11-22T09:30:00Z"));
        assertThat(parse("before:10:30:15").before()).contains(Instant.parse("2026-11-22T09:30:15Z"));
    }

    @Test
    void whatLooksLikeAKeyIsAWordBetweenQuotationMarks() throws Exception {
        assertThat(parse("\"from:alice\" it's").words()).containsExactly("from:alice", "it's");
        assertThat(parse("from:\"al ice\"").from()).contains("al ice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`   `| nothing to look for",
                "`\"\"`| nothing to look for",
                "`a \"b c`| no second quotation mark",
                "before:yesterday | before:yesterday is no time",
                "after:2026-13-01 | after:2026-13-01 is no time",
                "after:25:00 | is no time",
                "after:2026-11-22T10 | is no time",
                "`x from: y`| from: needs something after it",
                "from:a from:b | from: is there twice"
            })
    void whatIsWrongIsSaidInASentence(String text, String sentence) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining(sentence);
    }

    @Property
    void wordsComeOutAsTheyWentIn(@ForAll("words") List<String> words) throws Exception {
        String text = words.stream()
                .map(word -> word.indexOf(' ') >= 0 || word.indexOf(':') >= 0 ? '"' + word + '"' : word)
                .collect(Collectors.joining(" "));
        assertThat(parse(text).words()).isEqualTo(words);
    }

    @Provide
    static Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab: 世'%*\\")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(word -> !word.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void nothingTypedBreaksIt(@ForAll String text) {
        try {
            SearchQuery query = parse(text);
            assertThat(query.words().isEmpty()
                            && query.from().isEmpty()
                            && query.after().isEmpty()
                            && query.before().isEmpty())
                    .isFalse();
        } catch (SessionException refused) {
            assertThat(refused.getMessage()).endsWith(".").doesNotContain("\n");
        }
    }
}
