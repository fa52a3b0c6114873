package dev.parley.console.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonLines lines = new JsonLines(out);

    @Test
    void eachObjectHasALineAndKeepsTheOrderOfItsKeys() {
        lines.begin("one").put("b", 1).put("a", List.of(true, "x")).end();
        lines.begin("two").put("none", null).put("map", Map.of("k", 2L)).end();
        assertThat(written()).isEqualTo("""
                        {"type":"one","b":1,"a":[true,"x"]}
                        {"type":"two","none":null,"map":{"k":2}}
                        """);
    }

    @Test
    void muchGoesOutBeforeAnybodyAsksForThat() {
        String text = "ü".repeat(1_000);
        for (int i = 0; i < 1_000; i++) lines.begin("long").put("text", text).end();
        assertThat(out.size()).isGreaterThan(1_900_000);
        assertThat(written().lines()).hasSize(1_000).containsOnly("{\"type\":\"long\",\"text\":\"" + text + "\"}");
    }

    @Test
    void pairsOfSurrogatesStayWholeAndHalfOnesBecomeQuestionMarks() {
        lines.begin("text").put("whole", "😀").put("half", "a\uD83Db").end();
        assertThat(written()).isEqualTo("{\"type\":\"text\",\"whole\":\"😀\",\"half\":\"a?b\"}\n");
    }

    @Test
    void aValueThatCannotTellWhatItIsEndsItsLineOnly() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no words");
            }
        };
        for (Object value : List.of(broken, List.of("first", broken), List.of(Map.of("key", broken))))
            assertThatThrownBy(() -> lines.begin("result").put("rows", value)).hasMessage("no words");
        lines.begin("next").end();
        assertThat(written()).isEqualTo("""
                        {"type":"result","rows":null}
                        {"type":"result","rows":["first"]}
                        {"type":"result","rows":[{"key":null}]}
                        {"type":"next"}
                        """);
    }

    @Test
    void aLineThatNobodyEndsIsEndedWithTheNextOneOrWithAll() {
        lines.begin("one").put("a", 1);
        lines.begin("two");
        assertThat(written()).isEqualTo("""
                {"type":"one","a":1}
                {"type":"two"}
                """);
    }

    private String written() {
        lines.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
