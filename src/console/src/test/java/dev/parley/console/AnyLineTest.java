package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.command.Words;
import dev.parley.console.script.Variables;
import dev.parley.console.testing.ConsoleHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is typed, in whatever script: it is read, refused in one sentence, or completed, and nothing ever breaks. */
class AnyLineTest {
    private static ConsoleHouse house;
    private static Console console;

    @BeforeContainer
    static void open() throws Exception {
        house = new ConsoleHouse(Files.createTempDirectory("any-line"));
        console = house.joined("alice", "bob").get(0).console();
    }

    @AfterContainer
    static void close() throws IOException {
        house.close();
    }

    @Property(tries = 400)
    void anyLineIsReadOrRefusedInOneSentence(@ForAll("lines") String line) {
        if (Words.isBlankOrComment(line)) return;
        Variables variables = new Variables();
        variables.set("a", "x y");
        variables.enter(List.of("one", "two words"));
        try {
            assertThat(ReadLine.of(line, console.catalog(), variables)).isNotNull();
        } catch (CommandException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(2_000);
        }
    }

    @Property(tries = 400)
    void anyLineIsCompletedAtAnyPlace(@ForAll("lines") String line, @ForAll @IntRange(min = -2, max = 60) int cursor) {
        Completion completion = console.complete(line, cursor);

        assertThat(completion.start()).isBetween(0, completion.end());
        assertThat(completion.end()).isLessThanOrEqualTo(line.length());
        assertThat(completion.candidates())
                .allSatisfy(candidate ->
                        assertThat(Words.of(candidate.insertion()).textsFrom(0)).containsExactly(candidate.value()));
        assertThat(console.hint(line)).doesNotContain("\n");
    }

    @Provide
    Arbitrary<String> lines() {
        List<String> names = console.catalog().commands().stream()
                .map(Command::manual)
                .map(manual -> manual.name())
                .toList();
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> pieces = Arbitraries.of(
                " ", "  ", "\"", "'", "$a", "${a:-", "}", "$*", "$1", "--", "-c", "#", "\\", "\u202E", "日本", "bob",
                "\t");
        Arbitrary<String> rest =
                Arbitraries.oneOf(anything, pieces).list().ofMaxSize(5).map(list -> String.join("", list));
        Arbitrary<String> commands =
                Combinators.combine(Arbitraries.of(names), rest).as((name, more) -> name + " " + more);
        return Arbitraries.oneOf(commands, rest);
    }
}
