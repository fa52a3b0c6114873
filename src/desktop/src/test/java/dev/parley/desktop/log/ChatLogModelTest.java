package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionState;
import dev.parley.group.GroupEvent.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatLogModelTest {
    private final Talk talk = new Talk("ann");
    private final KeptLog kept = new KeptLog();
    private final ChatLogModel model = new ChatLogModel(kept, talk, Runnable::run);

    @BeforeEach
    void enterRoom() {
        kept.answerLater();
        model.stateChanged(talk.state(SessionState.JOINED));
    }

    private List<String> texts() {
        return model.rows().stream().map(model.words()::plain).toList();
    }

    private SystemRow systemRow(int index) {
        return (SystemRow) model.rows().get(index);
    }

    @Test
    void messagesStandInTheOrderOfTheLog() {
        ChatMessage first = talk.says("bob", "first");
        ChatMessage second = talk.says("carol", "second");
        ChatMessage third = talk.says("bob", "third");
        model.messagesAdded(added(third, first));
        model.messagesAdded(added(second));
        assertThat(texts()).containsExactly("first", "second", "third");
    }

    @Test
    void aMessageThatComesLateIsInsertedAtItsPlaceAndOnlyOnce() {
        ChatMessage late = talk.at("09:00:00").saidLate("bob", "early words");
        model.messagesAdded(added(talk.at("09:01:00").says("carol", "later words")));
        model.viewShown(talk.at("09:02:00").first("dan"));
        model.messagesAdded(added(late));
        model.messagesAdded(added(late));
        assertThat(texts()).containsExactly("early words", "later words", "dan is here");
    }

    @Test
    void whatHappenedToTheGroupStandsWhereItCameAmongTheMessages() {
        model.messagesAdded(added(talk.at("09:00:00").says("bob", "one")));
        model.viewShown(talk.at("09:01:00").first("carol"));
        model.messagesAdded(added(talk.at("09:02:00").says("bob", "two")));
        model.messagesAdded(added(talk.at("08:00:00").saidLate("dan", "zero")));
        assertThat(texts()).containsExactly("zero", "one", "carol is here", "two");
    }

    @Test
    void aMessageWithAClockThatIsBehindStillKeepsItsPlaceAmongTheMessages() {
        model.messagesAdded(added(talk.at("09:00:00").says("bob", "one")));
        model.viewShown(talk.at("09:05:00").first("carol"));
        ChatMessage between = talk.at("09:06:00").saidLate("dan", "between");
        model.messagesAdded(added(talk.at("09:07:00").says("bob", "two")));
        model.messagesAdded(added(between));
        assertThat(texts()).containsExactly("one", "carol is here", "between", "two");
    }

    @Test
    void theOldestRowsGoWhenThereAreMoreThanTheWindowHolds() {
        for (int batch = 0; batch < 11; batch++) {
            int from = batch * 1_000;
            model.messagesAdded(added(IntStream.range(from, from + 1_000)
                    .mapToObj(i -> talk.says("bob", "m" + i))
                    .toArray(ChatMessage[]::new)));
        }
        assertThat(model.rows()).hasSize(ChatLogModel.CAPACITY);
        assertThat(texts()).first().isEqualTo("m1000");
        assertThat(texts()).last().isEqualTo("m10999");
    }

    @Test
    void oneBatchLargerThanTheWindowLeavesItsNewestRows() {
        model.messagesAdded(added(IntStream.range(0, 12_000)
                .mapToObj(i -> talk.says("bob", "m" + i))
                .toArray(ChatMessage[]::new)));
        assertThat(model.rows()).hasSize(ChatLogModel.CAPACITY);
        assertThat(texts()).first().isEqualTo("m2000");
    }

    @Test
    void yesterdaysLinesStandAboveWhatCameInTheMeantime() {
        Talk yesterday = new Talk("ann").on("2026-11-21", "17:00:00");
        kept.keep(List.of(yesterday.says("bob", "old"), yesterday.says("bob", "older still shown")));
        model.viewShown(talk.first("bob"));
        model.messagesAdded(added(talk.says("carol", "new")));
        kept.answer();
        assertThat(texts()).containsExactly("old", "older still shown", "bob is here", "new");
        assertThat(model.unreadProperty().get()).isZero();
    }

    @Test
    void whatIsInTheHistoryAndWasToldTooStandsThereOnce() {
        ChatMessage told = talk.says("bob", "hello");
        model.messagesAdded(added(told));
        kept.keep(List.of(told));
        kept.answer();
        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void aHistoryThatCouldNotBeReadIsAskedForAgain() {
        kept.keep(List.of(talk.says("bob", "hello")));
        kept.fail("No room has been entered yet: type join.");
        assertThat(model.rows()).isEmpty();
        model.stateChanged(talk.state(SessionState.ALONE));
        kept.answer();
        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void aHistoryAskedForTooEarlyIsAskedForAgainAsSoonAsThatHasFailed() {
        model.stateChanged(talk.state(SessionState.JOINING));
        kept.fail("No room has been entered yet: type join.");
        kept.keep(List.of(talk.says("bob", "hello")));
        kept.answer();
        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void anotherRoomBeginsEmptyAndWithItsOwnHistory() {
        model.messagesAdded(added(talk.says("bob", "in the first room")));
        model.stateChanged(talk.state(SessionState.JOINED, new RoomName("other")));
        assertThat(model.rows()).isEmpty();
        kept.keep(List.of(talk.says("carol", "of the other room")));
        kept.answer();
        assertThat(texts()).containsExactly("of the other room");
    }

    @Test
    void aMessageOfAnotherRoomIsNotShown() {
        model.stateChanged(talk.state(SessionState.JOINED, new RoomName("other")));
        model.messagesAdded(added(talk.says("bob", "late from the first room")));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aSenderIsNamedOnceForWhatItSaysWithinFiveMinutes() {
        model.messagesAdded(
                added(talk.at("09:00:00").says("bob", "a"), talk.at("09:04:59").says("bob", "b")));
        model.messagesAdded(
                added(talk.at("09:10:00").says("bob", "c"), talk.says("carol", "d"), talk.does("carol", "e")));
        model.messagesAdded(added(talk.tells("carol", "ann", "f"), talk.saidLate("carol", "g")));
        assertThat(IntStream.range(0, 7).mapToObj(i -> model.place(i).groupStart()))
                .containsExactly(true, false, true, true, true, true, true);
    }

    @Test
    void aNewDayIsNamedAboveItsFirstRow() {
        model.messagesAdded(added(
                talk.on("2025-12-31", "10:00:00").says("bob", "a"),
                talk.on("2026-11-20", "10:00:00").says("bob", "b"),
                talk.on("2026-11-21", "23:59:00").says("bob", "c"),
                talk.on("2026-11-22", "00:01:00").says("bob", "d"),
                talk.on("2026-11-22", "00:02:00").says("bob", "e")));
        assertThat(IntStream.range(0, 5).mapToObj(i -> model.place(i).day()))
                .containsExactly(
                        "Wednesday, 31 December 2025",
                        "Friday, 20 November",
                        "Yesterday, 21 November",
                        "Today, 22 November",
                        "");
        assertThat(model.place(3).groupStart()).isTrue();
    }

    @Test
    void comingsAndGoingsWithinFiveMinutesFoldIntoOneRow() {
        model.viewShown(talk.at("09:41:00").first("zoe"));
        model.viewShown(talk.at("09:41:00").joined("bob", "carol"));
        model.viewShown(talk.at("09:43:00").joined("dan"));
        model.viewShown(talk.at("09:44:00").gone(Reason.LEFT, "bob"));
        assertThat(texts()).containsExactly("zoe is here", "3 joined, 1 left");
        assertThat(model.words().hours(systemRow(1))).isEqualTo("09:41 – 09:44");
        model.viewShown(talk.at("09:50:00").joined("eve"));
        assertThat(texts()).containsExactly("zoe is here", "3 joined, 1 left", "eve joined");
    }

    @Test
    void aMessageBetweenComingsAndGoingsKeepsThemApart() {
        model.viewShown(talk.at("09:41:00").first("zoe"));
        model.viewShown(talk.joined("bob"));
        model.messagesAdded(added(talk.says("bob", "hi")));
        model.viewShown(talk.gone(Reason.UNKNOWN, "bob"));
        assertThat(texts()).containsExactly("zoe is here", "bob joined", "hi", "bob is gone; another member saw it go");
    }

    @Test
    void aCrashAndAMergeNeverFold() {
        model.viewShown(talk.at("09:41:00").first("zoe"));
        model.viewShown(talk.joined("bob"));
        model.viewShown(talk.gone(Reason.CRASHED, "bob"));
        model.viewShown(talk.merged("bob", "carol"));
        model.viewShown(talk.joined("dan"));
        assertThat(texts())
                .containsExactly(
                        "zoe is here",
                        "bob joined",
                        "bob crashed or lost the connection",
                        "The parts of the group have found together again: bob and carol",
                        "dan joined");
    }

    @Test
    void aFoldOpensAndCloses() {
        model.viewShown(talk.first("zoe"));
        model.viewShown(talk.joined("bob", "carol"));
        long before = model.revisionProperty().get();
        model.toggle(systemRow(1));
        assertThat(systemRow(1).unfolded()).isTrue();
        model.viewShown(talk.joined("dan"));
        assertThat(systemRow(1).unfolded()).isTrue();
        assertThat(systemRow(1).lines())
                .extracting(SystemLine::text)
                .containsExactly("bob joined", "carol joined", "dan joined");
        model.toggle(systemRow(1));
        assertThat(systemRow(1).unfolded()).isFalse();
        assertThat(model.revisionProperty().get()).isGreaterThan(before);
    }

    @Test
    void theFirstViewAfterComingBackSaysWhoIsHere() {
        model.viewShown(talk.first("bob"));
        model.stateChanged(talk.state(SessionState.LEFT));
        model.stateChanged(talk.state(SessionState.JOINING));
        model.viewShown(talk.first("bob", "carol"));
        assertThat(texts()).containsExactly("bob is here", "bob and carol are here");
    }

    @Test
    void ofManyNamesOnlyTheFirstAreWritten() {
        model.viewShown(talk.first(IntStream.range(0, 30).mapToObj(i -> "p" + i).toArray(String[]::new)));
        assertThat(texts().get(0)).startsWith("p0, p1, ").endsWith("p9 and 20 others are here");
    }

    @Test
    void theUnreadLineStandsAboveTheFirstMessageThatCameWhileTheWindowHadNoFocus() {
        model.messagesAdded(added(talk.says("bob", "seen")));
        model.windowFocusedProperty().set(false);
        model.messagesAdded(added(talk.says("ann", "my own"), talk.says("bob", "unseen"), talk.says("bob", "more")));
        assertThat(model.unreadProperty().get()).isEqualTo(2);
        assertThat(IntStream.range(0, 4).mapToObj(i -> model.place(i).unread()))
                .containsExactly(false, false, true, false);
    }

    @Test
    void lookingClearsTheCountAndEscTheLine() {
        model.atNewestProperty().set(false);
        model.messagesAdded(added(talk.says("bob", "unseen")));
        model.atNewestProperty().set(true);
        assertThat(model.unreadProperty().get()).isZero();
        assertThat(model.place(0).unread()).isTrue();
        model.clearUnread();
        assertThat(model.place(0).unread()).isFalse();
    }

    @Test
    void theUnreadLineMovesToWhatIsUnreadTheNextTime() {
        model.windowFocusedProperty().set(false);
        model.messagesAdded(added(talk.says("bob", "one")));
        model.windowFocusedProperty().set(true);
        model.windowFocusedProperty().set(false);
        model.messagesAdded(added(talk.says("bob", "two")));
        assertThat(model.place(0).unread()).isFalse();
        assertThat(model.place(1).unread()).isTrue();
    }

    @Test
    void aMessageThatSpeaksOfThisUserIsMarked() {
        model.messagesAdded(added(
                talk.says("bob", "hi @ann!"),
                talk.says("bob", "Ann, are you there"),
                talk.says("bob", "annual plan, ann-2 and joann"),
                talk.says("ann", "ann is me"),
                talk.says("bob", "ask ann")));
        assertThat(model.rows())
                .extracting(row -> ((MessageRow) row).mention())
                .containsExactly(true, true, false, false, true);
    }

    @Test
    void beingAloneIsTold() {
        assertThat(model.aloneProperty().get()).isFalse();
        model.stateChanged(talk.state(SessionState.ALONE));
        assertThat(model.aloneProperty().get()).isTrue();
    }

    @Test
    void aBatchChangesTheRevisionOnce() {
        long before = model.revisionProperty().get();
        model.messagesAdded(added(IntStream.range(0, 500)
                .mapToObj(i -> talk.pass(Duration.ofMillis(1)).says("bob", "m" + i))
                .toArray(ChatMessage[]::new)));
        assertThat(model.revisionProperty().get()).isEqualTo(before + 1);
    }

    @Test
    void rowsAreReadAloudWithWhoWhenAndWhat() {
        model.messagesAdded(added(
                talk.at("09:52:00").says("bob", "Morning!"),
                talk.tells("ann", "bob", "psst"),
                talk.saidLate("bob", "slow")));
        model.viewShown(talk.first("bob", "carol"));
        assertThat(model.rows())
                .map(model.words()::spoken)
                .containsExactly(
                        "bob, 09:52, Morning!",
                        "ann, you, private to bob, 09:52, psst",
                        "bob, late, 09:52, slow",
                        "bob and carol are here, 09:52");
    }

    @Test
    void onlyWhatOthersReadWhileThisUserWasInTheRoomIsCalledLate() {
        model.messagesAdded(added(
                talk.at("08:59:59").saidLate("bob", "before"),
                talk.at("09:00:01").saidLate("bob", "after")));
        model.stateChanged(talk.at("09:02:00").state(SessionState.LEFT));
        model.stateChanged(talk.at("09:04:00").state(SessionState.JOINED));
        model.messagesAdded(added(talk.at("09:03:00").saidLate("bob", "in between")));
        assertThat(model.rows())
                .map(model.words()::spoken)
                .containsExactly("bob, 08:59, before", "bob, late, 09:00, after", "bob, 09:03, in between");
    }

    @Test
    void rowsAreCopiedAsChatLines() {
        model.messagesAdded(added(talk.at("10:11:12.123").says("alice", "two\nlines"), talk.does("bob", "waves")));
        assertThat(model.words().chatLines(model.rows()))
                .isEqualTo("<Nov 22 10:11:12.123 alice> two\n    lines\n<Nov 22 10:11:12.123> * bob waves");
        assertThat(model.words().plain(model.rows().get(0))).isEqualTo("two\nlines");
    }
}
