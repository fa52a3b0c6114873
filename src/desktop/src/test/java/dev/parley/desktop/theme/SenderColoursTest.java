package dev.parley.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SenderColoursTest {
    private final SenderColours colours = new SenderColours();

    private static UUID author(long number) {
        return new UUID(0, number);
    }

    @Test
    void anAuthorKeepsItsColourAndHasTheSameInEveryRun() {
        assertThat(colours.styleClassOf(author(4))).isEqualTo("sender-4");
        assertThat(colours.styleClassOf(author(4))).isEqualTo("sender-4");
        assertThat(new SenderColours().styleClassOf(author(4))).isEqualTo("sender-4");
    }

    @Test
    void whoComesLaterTakesTheNextFreeColour() {
        colours.styleClassOf(author(4));
        assertThat(colours.styleClassOf(author(14))).isEqualTo("sender-5");
        assertThat(colours.styleClassOf(author(5))).isEqualTo("sender-6");
    }

    @Test
    void tenMembersHaveTenColoursAndTheEleventhOneOfThem() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < SenderColours.COUNT; i++) seen.add(colours.styleClassOf(author(i * 7L)));
        assertThat(seen).hasSize(SenderColours.COUNT);
        assertThat(colours.styleClassOf(author(23))).isEqualTo("sender-3");
    }
}
