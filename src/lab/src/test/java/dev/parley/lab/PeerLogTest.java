package dev.parley.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerLogTest {
    private static final int LONG = 1_000_000;

    private final PeerLog log = new PeerLog();

    @Test
    void ofLongObjectsFewerAreKept() {
        int most = 2 * PeerLog.KEPT_CHARACTERS / LONG;
        for (int i = 0; i < most; i++) log.add(notice(i), LONG);
        assertThat(log.outputs()).hasSize(most).startsWith(notice(0));

        log.add(notice(most), LONG);

        assertThat(log.outputs()).hasSize(PeerLog.KEPT_CHARACTERS / LONG).endsWith(notice(most));
        assertThatThrownBy(() -> log.listen(new Listener())).hasMessageStartingWith("Too late");
    }

    @Test
    void aLongResultIsToldInFullAndKeptWithoutItsRows() throws Exception {
        Listener listener = new Listener();
        log.listen(listener);
        var answer = log.ask("history 1000");
        PeerOutput.Result told = result(List.of("hello"), List.of(Map.of("text", "hello")));

        log.add(told, PeerLog.KEPT_RESULT + 1);

        assertThat(answer.get()).isEqualTo(told);
        assertThat(listener.heard).containsExactly(told);
        assertThat(log.outputs()).containsExactly(result(List.of(), List.of()));
    }

    @Test
    void aShortResultIsKeptWhole() {
        PeerOutput.Result told = result(List.of("hello"), List.of(Map.of("text", "hello")));

        log.add(told, PeerLog.KEPT_RESULT);

        assertThat(log.outputs()).containsExactly(told);
    }

    private static PeerOutput notice(int number) {
        return new PeerOutput.Notice("info", "" + number);
    }

    private static PeerOutput.Result result(List<String> lines, List<Map<String, Object>> rows) {
        return new PeerOutput.Result("history 1000", true, lines, rows, Optional.empty());
    }

    private static final class Listener implements PeerListener {
        private final List<PeerOutput> heard = new ArrayList<>();

        @Override
        public void heard(PeerOutput output) {
            heard.add(output);
        }

        @Override
        public void unreadable(String line) {
            throw new AssertionError(line);
        }

        @Override
        public void ended(List<String> unanswered) {
            throw new AssertionError("It goes on.");
        }
    }
}
