package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class NumbersTest {
    @Property(tries = 1_000)
    void whatIsHeldAndWhatIsMissingAreAsInAPlainSet(
            @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 30) Long> added,
            @ForAll @LongRange(min = 1, max = 30) long to) {
        Numbers numbers = new Numbers(1);
        TreeSet<Long> plain = new TreeSet<>();
        for (long number : added) assertThat(numbers.add(number)).isEqualTo(plain.add(number));

        long high = LongStream.iterate(1, n -> n + 1)
                        .filter(n -> !plain.contains(n))
                        .findFirst()
                        .orElseThrow()
                - 1;
        assertThat(numbers.high()).isEqualTo(high);
        assertThat(numbers.missing(1, to).stream()
                        .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to())))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, to)
                        .filter(n -> !plain.contains(n))
                        .boxed()
                        .toList());
    }

    @Example
    void whatLiesBelowTheLowestWantedIsTakenForHeld() {
        Numbers numbers = new Numbers(1);
        numbers.add(7);
        numbers.add(12);
        numbers.raiseLow(7);
        assertThat(numbers.low()).isEqualTo(7);
        assertThat(numbers.high()).isEqualTo(7);
        assertThat(numbers.add(3)).isFalse();
        assertThat(numbers.missing(1, 12)).containsExactly(new Numbers.Range(8, 11));
    }
}
