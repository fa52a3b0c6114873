package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairTest {
    private static final AuthorRun ALICE = new AuthorRun(new UUID(1, 1), 1);
    private static final UUID BOB = new UUID(7, 2);
    private static final UUID CAROL = new UUID(7, 3);

    private final List<Request> requests = new ArrayList<>();
    private final Set<UUID> talkers = new HashSet<>(Set.of(BOB, CAROL));
    private Transcript transcript;
    private Repair repair;

    private record Request(UUID member, List<Span> spans) {}

    @BeforeEach
    void open() throws HistoryException {
        transcript = new Transcript(new MemoryHistoryStore(), complaint -> {});
        repair = new Repair(
                new SessionLoop(() -> {}),
                transcript,
                (member, message) -> requests.add(new Request(member, ((PageRequest) message).spans())),
                () -> talkers);
    }

    private static Marks holding(long low, long high) {
        return new Marks(List.of(new Mark(ALICE, low, high)), 0, false);
    }

    /** The page that answers the last request. */
    private void answer() {
        Request last = requests.get(requests.size() - 1);
        int fresh = 0;
        for (Span span : last.spans())
            for (long number = span.from(); number <= span.to(); number++) if (transcript.add(said(number))) fresh++;
        repair.paged(last.member(), fresh);
    }

    private static LogEntry said(long number) {
        return new LogEntry(
                new MessageId(ALICE.author(), ALICE.incarnation(), number, false),
                ChatMessage.Kind.TEXT,
                new Stamp(number, 0),
                number,
                number,
                "alice",
                Optional.empty(),
                "text");
    }

    @Test
    void oneMemberIsAskedAtATimeAndNobodyForWhatIsThere() {
        repair.offered(BOB, holding(1, 10));
        repair.offered(CAROL, holding(1, 12));
        assertThat(requests).containsExactly(new Request(BOB, List.of(new Span(ALICE, 1, 10))));
        answer();
        assertThat(requests).element(1).isEqualTo(new Request(CAROL, List.of(new Span(ALICE, 11, 12))));
        answer();
        assertThat(requests).hasSize(2);
        assertThat(transcript.numbers(ALICE).high()).isEqualTo(12);
    }

    @Test
    void whoLeavesWithoutAnAnswerIsReplacedByTheNext() {
        repair.offered(BOB, holding(1, 3));
        repair.offered(CAROL, holding(1, 3));
        talkers.remove(BOB);
        repair.viewChanged(talkers);
        assertThat(requests).extracting(Request::member).containsExactly(BOB, CAROL);
    }

    @Test
    void whatNobodyKeepsAnyMoreIsGivenUpOnceAllHaveSaidSo() {
        repair.offered(BOB, holding(101, 200));
        answer();
        assertThat(transcript.numbers(ALICE).low()).isEqualTo(1);
        repair.offered(CAROL, holding(150, 200));
        assertThat(transcript.numbers(ALICE).low()).isEqualTo(101);
        assertThat(transcript.numbers(ALICE).high()).isEqualTo(200);
    }

    @Test
    void whatOneStillKeepsIsFetchedAndNotGivenUp() {
        repair.offered(BOB, holding(101, 200));
        answer();
        repair.offered(CAROL, holding(1, 200));
        answer();
        assertThat(transcript.numbers(ALICE).low()).isEqualTo(1);
        assertThat(transcript.numbers(ALICE).high()).isEqualTo(200);
    }
}
