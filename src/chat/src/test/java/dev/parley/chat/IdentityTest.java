package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_000));

    @Test
    void theAuthorStaysAndEachRunIsLargerEvenIfTheClockStandsStill(@TempDir Path folder) {
        Identity first = Identity.ofFolder(folder, CLOCK);
        Identity second = Identity.ofFolder(folder, CLOCK);
        assertThat(second.author()).isEqualTo(first.author());
        assertThat(second.incarnation()).isEqualTo(first.incarnation() + 1);
    }

    @Test
    void aDamagedIdentityIsSetAside(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("identity"), "rubbish");
        Identity made = Identity.ofFolder(folder, CLOCK);
        assertThat(Identity.ofFolder(folder, CLOCK).author()).isEqualTo(made.author());
        assertThat(folder.resolve("identity.damaged")).hasContent("rubbish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\there", "line\nbreak", "bell\u0007", "no\u00a0break", "rlo\u202e"})
    void aNameWithoutLettersOrWithSpacesIsRefused(String name) {
        assertThatThrownBy(() -> new PeerName(name)).hasMessageStartingWith("A name has 1 to 64 characters");
        assertThatThrownBy(() -> new RoomName(name)).hasMessageStartingWith("A room name has 1 to 64 characters");
    }

    @Test
    void namesAreCountedInCharactersNotInBytes() {
        assertThat(new PeerName("李".repeat(64)).text()).hasSize(64);
        assertThat(new PeerName("🙂".repeat(64)).text()).hasSize(128);
        assertThatThrownBy(() -> new PeerName("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roomsBecomeFileNamesThatNeverLeaveTheFolder() {
        assertThat(FileNames.of(new RoomName("../../etc"))).isEqualTo("%2E%2E%2F%2E%2E%2Fetc");
        assertThat(FileNames.of(new RoomName("lobby"))).isEqualTo("lobby");
    }
}
