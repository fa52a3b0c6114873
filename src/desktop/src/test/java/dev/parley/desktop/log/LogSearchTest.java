package dev.parley.desktop.log;

import static dev.parley.desktop.log.Talk.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionState;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSearchTest {
    private final Talk talk = new Talk("ann");
    private final ChatLogModel model = new ChatLogModel(new KeptLog(), talk, Runnable::run);
    private final LogSearch search = model.search();

    @BeforeEach
    void enterRoom() {
        model.stateChanged(talk.state(SessionState.JOINED));
    }

    private String current() {
        return search.current()
                .map(hit -> hit.row().message().text() + "#" + hit.ordinal())
                .orElse("");
    }

    private String count() {
        return search.countProperty().get();
    }

    @Test
    void findsWordsWhateverTheirCaseAndBeginsWithTheNewest() {
        model.messagesAdded(added(talk.says("bob", "Fox and fox"), talk.says("bob", "dog"), talk.says("bob", "FOX")));
        model.lookFor("fox");
        assertThat(current()).isEqualTo("FOX#0");
        assertThat(count()).isEqualTo("3 of 3");
    }

    @Test
    void goesBackAndForthAndRoundTheEnds() {
        model.messagesAdded(added(talk.says("bob", "fox fox"), talk.says("bob", "old fox")));
        model.lookFor("fox");
        search.previous();
        assertThat(current()).isEqualTo("fox fox#1");
        assertThat(count()).isEqualTo("2 of 3");
        search.previous();
        assertThat(current()).isEqualTo("fox fox#0");
        search.previous();
        assertThat(current()).isEqualTo("old fox#0");
        search.next();
        assertThat(current()).isEqualTo("fox fox#0");
    }

    @Test
    void saysWhenNothingIsFoundAndNothingWhenNothingIsSought() {
        model.messagesAdded(added(talk.says("bob", "dog")));
        model.lookFor("fox");
        assertThat(count()).isEqualTo("Nothing found");
        assertThat(search.current()).isEmpty();
        model.lookFor("");
        assertThat(count()).isEmpty();
    }

    @Test
    void whatComesWhileSearchingIsFoundAndTheCurrentPlaceStays() {
        model.messagesAdded(added(talk.says("bob", "first fox")));
        model.lookFor("fox");
        ChatMessage late = talk.saidLate("dan", "fox between");
        model.messagesAdded(added(talk.says("bob", "newest fox")));
        assertThat(count()).isEqualTo("1 of 2");
        model.messagesAdded(added(late));
        assertThat(count()).isEqualTo("1 of 3");
        assertThat(current()).isEqualTo("first fox#0");
        search.next();
        assertThat(current()).isEqualTo("fox between#0");
    }

    @Test
    void aLateMessageAboveMovesOnlyTheNumber() {
        ChatMessage late = talk.saidLate("dan", "fox above");
        model.messagesAdded(added(talk.says("bob", "fox")));
        model.lookFor("fox");
        model.messagesAdded(added(late));
        assertThat(current()).isEqualTo("fox#0");
        assertThat(count()).isEqualTo("2 of 2");
    }

    @Test
    void whatIsTrimmedIsNoLongerFound() {
        model.messagesAdded(added(talk.says("bob", "fox 1"), talk.says("bob", "fox 2")));
        model.lookFor("fox");
        search.previous();
        model.messagesAdded(added(IntStream.range(0, ChatLogModel.CAPACITY - 1)
                .mapToObj(i -> talk.says("bob", i == 77 ? "fox 3" : "dog"))
                .toArray(ChatMessage[]::new)));
        assertThat(count()).isEqualTo("2 found");
        assertThat(search.current()).isEmpty();
        search.previous();
        assertThat(current()).startsWith("fox");
    }

    @Test
    void anotherRoomIsSearchedForTheSameWordsFromTheStart() {
        model.messagesAdded(added(talk.says("bob", "fox")));
        model.lookFor("fox");
        model.stateChanged(talk.state(SessionState.JOINED, new RoomName("other")));
        assertThat(count()).isEqualTo("Nothing found");
        assertThat(search.current()).isEmpty();
    }

    @Test
    void allWordsMustOccurAndAPhraseAsItStands() {
        model.messagesAdded(added(
                talk.says("bob", "the quick fox"), talk.says("bob", "fox, be quick"), talk.says("bob", "only a fox")));
        model.lookFor("quick fox");
        assertThat(count()).isEqualTo("4 of 4");
        model.lookFor("\"quick fox\"");
        assertThat(count()).isEqualTo("1 of 1");
        assertThat(current()).isEqualTo("the quick fox#0");
    }

    @Test
    void whoSaidItAndWhenNarrowTheSearch() {
        model.messagesAdded(added(
                talk.at("09:00:00").says("bob", "old fox"),
                talk.at("10:00:00").says("bob", "fox"),
                talk.says("carol", "fox too")));
        model.lookFor("from:Bob fox after:09:30");
        assertThat(current()).isEqualTo("fox#0");
        assertThat(count()).isEqualTo("1 of 1");
        model.lookFor("from:bob");
        assertThat(count()).isEqualTo("2 of 2");
        assertThat(search.wordsIn(model.rows().get(0))).isEmpty();
    }

    @Test
    void aPhraseNotYetEndedIsSoughtAsItStands() {
        model.messagesAdded(added(talk.says("bob", "she said \"yes")));
        model.lookFor("\"yes");
        assertThat(count()).isEqualTo("1 of 1");
    }
}
