package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.CommandResult;
import dev.parley.group.GroupEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalPrinterTest {
    private final Lines lines = new Lines();
    private final TerminalPrinter printer = printer(Palette.PLAIN, ZoneId.of("UTC"));

    @Test
    void aChatLineHasEnglishMonthLocalTimeAndName() {
        say(Messages.text(1, "bob", "hello  you"));
        assertThat(lines.all).containsExactly("<Nov 22 10:11:12.120 bob> hello  you");
    }

    @Test
    void theTimeIsThatOfTheZone() {
        TerminalPrinter elsewhere = printer(Palette.PLAIN, ZoneId.of("Asia/Tokyo"));
        elsewhere.messagesAdded(added(Messages.text(1, "bob", "hello")));
        assertThat(lines.all).containsExactly("<Nov 22 19:11:12.120 bob> hello");
    }

    @Test
    void furtherLinesAreIndentedSoThatTheyCannotPassForAChatLine() {
        say(Messages.text(1, "bob", "one\r\n<Nov 22 10:11:12.123 alice> two\u2028three\rfour"));
        assertThat(lines.all)
                .containsExactly(
                        "<Nov 22 10:11:12.120 bob> one",
                        "    <Nov 22 10:11:12.123 alice> two",
                        "    three",
                        "    four");
    }

    @Test
    void actionsAndDirectMessagesAreMarkedWhereNoTextCanPretendIt() {
        say(Messages.action(1, "bob", "waves"));
        say(Messages.direct(2, "bob", "alice", "psst"));
        say(Messages.direct(3, "alice", "bob", "yes?"));
        assertThat(lines.all)
                .containsExactly(
                        "<Nov 22 10:11:12.120> * bob waves",
                        "<Nov 22 10:11:12.120 bob (to you)> psst",
                        "<Nov 22 10:11:12.120 alice (to bob)> yes?");
    }

    @Test
    void nothingThatOthersWriteReachesTheTerminalAsAControl() {
        String hostile = "\u001B[2J\u001B]0;title\u0007 a\bb \u009B31m \u202Egnp.exe\u0000\u007F";
        say(Messages.text(1, hostile.replace(" ", ""), hostile));
        printer.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, hostile));
        printer.resultGiven(new CommandResult.Done("x", List.of(hostile), List.of()));
        printer.resultGiven(new CommandResult.Failed("x", hostile));
        printer.scriptLineStarted(Instant.EPOCH, hostile, hostile);
        printer.viewShown(new SessionEvent.ViewShown(
                RoomName.LOBBY,
                Messages.roster("alice", hostile),
                List.of(hostile),
                List.of(new SessionEvent.Departed(hostile, GroupEvent.Reason.LEFT)),
                true));
        assertThat(lines.all)
                .hasSizeGreaterThan(6)
                .allSatisfy(line ->
                        assertThat(line.codePoints()).noneMatch(c -> Character.isISOControl(c) || c == '\u202E'));
    }

    @Test
    void aFewLateMessagesAreMarked() {
        say(Messages.late(1, "bob", "old"));
        assertThat(printer.isHolding()).isTrue();
        printer.idle();
        assertThat(lines.all).containsExactly("<Nov 22 10:11:12.120 bob (late)> old");
        assertThat(printer.isHolding()).isFalse();
    }

    @Test
    void ofAFloodOfLateMessagesTheLastTenAreShown() {
        List<ChatMessage> flood = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) flood.add(Messages.late(i, "bob", "old " + i));
        printer.messagesAdded(new SessionEvent.MessagesAdded(RoomName.LOBBY, flood.subList(0, 400)));
        printer.messagesAdded(new SessionEvent.MessagesAdded(RoomName.LOBBY, flood.subList(400, 1_000)));
        say(Messages.text(1_001, "bob", "new"));
        assertThat(lines.all).hasSize(12);
        assertThat(lines.all.get(0)).isEqualTo("… 990 earlier messages: history");
        assertThat(lines.all.get(1)).endsWith("old 991");
        assertThat(lines.all.get(10)).endsWith("old 1000");
        assertThat(lines.all.get(11)).endsWith("new");
    }

    @Test
    void comingsAndGoingsSaySoWithTheReason() {
        view(List.of("bob"), List.of(), "alice", "bob");
        view(List.of("carol", "dave"), List.of(), "alice", "bob", "carol", "dave");
        view(
                List.of(),
                List.of(
                        new SessionEvent.Departed("bob", GroupEvent.Reason.LEFT),
                        new SessionEvent.Departed("carol", GroupEvent.Reason.CRASHED),
                        new SessionEvent.Departed("dave", GroupEvent.Reason.UNKNOWN)),
                "alice");
        assertThat(lines.all)
                .containsExactly(
                        "-- here: bob",
                        "-- carol, dave have joined",
                        "-- bob has left",
                        "-- carol has crashed or cannot be reached",
                        "-- dave is gone");
    }

    @Test
    void statesAreSaidOnceAndTheInitialOneNotAtAll() {
        state(SessionState.LEFT, "alice");
        state(SessionState.JOINING, "alice");
        state(SessionState.JOINED, "alice");
        state(SessionState.JOINED, "alice");
        state(SessionState.JOINED, "alice-2");
        state(SessionState.LEFT, "alice-2");
        assertThat(lines.all)
                .containsExactly(
                        "-- in lobby as alice at 127.0.0.1:7800", "-- you are shown as alice-2", "-- left lobby");
        assertThat(lines.prompts).hasSize(6);
    }

    @Test
    void whoTakesAnotherNameIsToldWithBoth() {
        view(List.of("bob"), List.of(), "alice", "bob");
        view(List.of(), List.of(), "alicia", "robert");
        assertThat(lines.all).containsExactly("-- here: bob", "-- bob is shown as robert now");
    }

    @Test
    void errorsAndWarningsAreWordsNotOnlyColours() {
        printer.resultGiven(new CommandResult.Failed("x", "No."));
        printer.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, "Mind."));
        assertThat(lines.all).containsExactly("error: No.", "warning: Mind.");
    }

    @Test
    void aScriptsLineIsEchoedWithTimeAndFile() {
        printer.scriptLineStarted(Messages.TIME, "hello.txt", "msg hello");
        assertThat(lines.all).containsExactly("[10:11:12.120 hello.txt] msg hello");
    }

    @Test
    void aMemberAlwaysHasTheSameColour() {
        TerminalPrinter coloured = printer(Palette.COLOURED, ZoneId.of("UTC"));
        coloured.messagesAdded(added(Messages.text(1, "bob", "a"), Messages.text(2, "bob", "a")));
        assertThat(lines.all.get(0))
                .isEqualTo(lines.all.get(1))
                .startsWith("\u001B[")
                .endsWith("\u001B[0m a");
    }

    private void say(ChatMessage... messages) {
        printer.messagesAdded(added(messages));
    }

    private static SessionEvent.MessagesAdded added(ChatMessage... messages) {
        return new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(messages));
    }

    private void view(List<String> joined, List<SessionEvent.Departed> left, String... members) {
        printer.viewShown(new SessionEvent.ViewShown(RoomName.LOBBY, Messages.roster(members), joined, left, false));
    }

    private void state(SessionState state, String self) {
        printer.stateChanged(
                new SessionEvent.StateChanged(state, RoomName.LOBBY, self, Optional.of(Messages.address(7800))));
    }

    private TerminalPrinter printer(Palette palette, ZoneId zone) {
        return new TerminalPrinter(lines, palette, zone);
    }

    private static final class Lines implements LineSink {
        private final List<String> all = new ArrayList<>();
        private final List<SessionEvent.StateChanged> prompts = new ArrayList<>();

        @Override
        public void print(List<String> lines) {
            all.addAll(lines);
        }

        @Override
        public void clear() {
            all.clear();
        }

        @Override
        public void flush() {}

        @Override
        public void promptChanged(SessionEvent.StateChanged state) {
            prompts.add(state);
        }
    }
}
