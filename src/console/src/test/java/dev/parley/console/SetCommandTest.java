package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetCommandTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer peer;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        peer = house.peer("alice");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void allSettingsAreListedWithWhatTheyAreFor() {
        assertThat(peer.lines("set")).anyMatch(line -> line.matches("theme +system +system +the window's colours"));
        assertThat(peer.rows("set")).hasSameSizeAs(peer.console().settings().catalog());
    }

    @Test
    void oneSettingIsShownAndSet() {
        assertThat(peer.lines("set theme")).containsExactly("theme = system");
        assertThat(peer.lines("set theme dark")).containsExactly("theme = dark");
        assertThat(peer.console().settings().value("theme")).isEqualTo("dark");
        assertThat(peer.error("set theme purple")).contains("system, light, dark");
        assertThat(peer.error("set thme")).contains("did you mean 'theme'?");
    }

    @Test
    void whatOthersMayDoHereFollowsTheSettings() {
        assertThat(peer.session().permissions().faults()).isFalse();
        peer.lines("set allow-remote-faults on");
        assertThat(peer.session().permissions().faults()).isTrue();
        assertThat(peer.session().permissions().stack()).isFalse();
        peer.lines("set allow-remote-stack on");
        peer.lines("set allow-remote-faults off");
        assertThat(peer.session().permissions().faults()).isFalse();
        assertThat(peer.session().permissions().stack()).isTrue();
    }

    @Test
    void keysAndTheirValuesAreCompleted() {
        assertThat(values("set allow")).containsExactly("allow-remote-faults", "allow-remote-stack");
        assertThat(values("set theme ")).containsExactly("dark", "light", "system");
        assertThat(values("set allow-remote-faults o")).containsExactly("off", "on");
        assertThat(values("set text-size 1")).contains("11", "18");
        assertThat(values("set theme dark ")).isEmpty();
        peer.lines("set $who bob");
        assertThat(values("set $")).containsExactly("$who");
    }

    @Test
    void aVariableStandsForItsTextInAnyLine() {
        assertThat(peer.lines("set $who  bob and ann ")).containsExactly("$who = bob and ann");
        assertThat(peer.lines("echo hello $who, ${who}!")).containsExactly("hello bob and ann, bob and ann!");
        assertThat(peer.error("execute $who")).contains("no file bob and ann;");
        assertThat(peer.lines("set $who $who too")).containsExactly("$who = bob and ann too");
        assertThat(peer.lines("set")).contains("$who = bob and ann too");
        assertThat(peer.error("set $no")).contains("$no is not set");
        assertThat(peer.error("set $1 x")).contains("is no variable");
    }

    @Test
    void dollarsThatMeanNothingArriveAsTyped() {
        peer.lines("set $who bob");
        assertThat(peer.lines("echo $5 $ $$ ${unset} ${unset:-no} $whoever $* $1"))
                .containsExactly("$5 $ $$ ${unset} ${unset:-no} $whoever $* $1");
        assertThat(peer.lines("echo $$who is $who")).containsExactly("$who is bob");
    }

    private List<String> values(String line) {
        return peer.console().complete(line, line.length()).candidates().stream()
                .map(Completion.Candidate::value)
                .toList();
    }
}
