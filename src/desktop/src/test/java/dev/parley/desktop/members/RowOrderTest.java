package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    private static final int ROUNDS = 2_000;

    @Test
    void whateverWasShownTheWantedOrderComesOut() {
        Random random = new Random(7);
        List<String> shown = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> wanted = new ArrayList<>();
            for (char letter = 'a'; letter < 'k'; letter++)
                if (random.nextBoolean()) wanted.add(Character.toString(letter).intern());
            Collections.shuffle(wanted, random);
            RowOrder.apply(wanted, shown);
            assertThat(shown).isEqualTo(wanted);
        }
    }
}
