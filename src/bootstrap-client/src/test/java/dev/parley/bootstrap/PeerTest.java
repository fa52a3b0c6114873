package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {
    private static final Peer ALICE = new Peer("a-1", "alice", "127.0.0.1", 22365, "tcp", "0", 1_557_219_910L);

    @Test
    void aLineHasTheSevenFieldsInTheirOrder() {
        assertThat(ALICE.toLine()).isEqualTo("a-1 alice 127.0.0.1 22365 tcp 0 1557219910");
        assertThat(Peer.parse(ALICE.toLine())).isEqualTo(ALICE);
    }

    @Test
    void anEmptyFieldIsTwoSpacesInARow() {
        Peer peer = new Peer("a-1", "alice", "::1", 1, "tcp", "", 0);
        assertThat(peer.toLine()).isEqualTo("a-1 alice ::1 1 tcp  0");
        assertThat(Peer.parse(peer.toLine())).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " more", " 1 2 3\n", " "})
    void whatFollowsTheLastFieldIsIgnored(String tail) {
        assertThat(Peer.parse(ALICE.toLine() + tail)).isEqualTo(ALICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a b 127.0.0.1 1 tcp 0", "a b 127.0.0.1 1 tcp 0\n"})
    void tooFewFieldsAreRefusedInTheReferencesWords(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Peer.parse(line))
                .withMessage("error: request has not enough arguments");
    }

    @ParameterizedTest
    @CsvSource({
        "a b 127.0.0.1 x tcp 0 5, 'fourth argument \"x\" is not a number'",
        "a b 127.0.0.1 1 tcp 0 1.5, 'seventh argument \"1.5\" is not a number'",
        "a b 127.0.0.1 99999999999999999999 tcp 0 5, 'fourth argument \"99999999999999999999\" is not a number'",
        "a b 127.0.0.1 ٣ tcp 0 5, 'fourth argument \"٣\" is not a number'",
        "a b 127.0.0.1 65536 tcp 0 5, 'fourth argument \"65536\" is not a number from 1 to 65535'",
        "a b 127.0.0.1 0 tcp 0 5, 'fourth argument \"0\" is not a number from 1 to 65535'",
        "a b 127.0.0.1 1 tcp 0 -5, 'the timestamp -5 is negative'",
    })
    void aNumberThatIsNoneIsRefusedInTheReferencesWords(String line, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Peer.parse(line)).withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "10.1.2.3",
                "::",
                "::1",
                "2001:db8::7",
                "fe80::1:2:3:4",
                "::ffff:10.0.0.1"
            })
    void anIpLiteralIsAccepted(String ip) {
        assertThat(new Peer("a", "", ip, 1, "", "", 0).socketAddress().isUnresolved())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost", "example.org", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "127.1", "2130706433",
                "fe80::1%eth0", "[::1]", ":::", "1::2::3", "12345::", "cafe", "::1.2.3", "-1.2.3.4", "1.2.3.4\n"
            })
    void whatIsNoIpLiteralIsRefusedWithoutALookup(String ip) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Peer("a", "", ip, 1, "", "", 0))
                .withMessageContaining("is not an IP literal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\tb", "a\u00a0b", "a\u2028b", "a\u0000", "\u001b[31m", "\ud800", "\ufffd", "a\nb", "\u007f"})
    void idsAndNamesHaveNoWhiteSpaceAndNoControlCharacters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer(text, "x", "::1", 1, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("x", text, "::1", 1, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("x", "x", "::1", 1, text, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("x", "x", "::1", 1, "", text, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RoomNames.require(text));
    }

    @Test
    void everyTextIsBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("", "", "::1", 1, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("i".repeat(129), "", "::1", 1, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("i", "n".repeat(65), "::1", 1, "", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("i", "", "::1", 1, "p".repeat(17), "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer("i", "", "::1", 1, "", "s".repeat(33), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RoomNames.require("r".repeat(65)));
        assertThat(new Peer("名前😀", "Zoë", "::1", 65_535, "", "", Long.MAX_VALUE).name())
                .isEqualTo("Zoë");
    }

    @Test
    void aMessageNeverCarriesAControlCharacterOrMoreThanALine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Peer.parse("a b 127.0.0.1 \u001b[2J\n" + "x".repeat(500) + " tcp 0 5"))
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(120)
                        .doesNotContain("\n")
                        .doesNotContain("\u001b"));
    }
}
