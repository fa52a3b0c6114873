package dev.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomModelTest {
    private final RoomModel model = new RoomModel();

    @BeforeEach
    void enter() {
        enter(RoomName.LOBBY, SessionState.JOINED);
    }

    private void enter(RoomName room, SessionState state) {
        model.stateChanged(new SessionEvent.StateChanged(state, room, "ann", Optional.empty()));
    }

    private void hear(ChatMessage... messages) {
        model.messagesAdded(new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(messages)));
    }

    @Test
    void theTitleNamesTheRoom() {
        assertThat(new RoomModel().title().get()).isEqualTo("Parley");
        assertThat(model.title().get()).isEqualTo("lobby - Parley");
    }

    @Test
    void whatOthersSayUnseenIsCountedInTheTitleUntilSomebodyLooks() {
        hear(Messages.from("bob", "seen"));
        assertThat(model.title().get()).isEqualTo("lobby - Parley");

        model.watched().set(false);
        hear(Messages.from("bob", "one"), Messages.own("mine"), Messages.late("repaired"));
        hear(Messages.from("eve", "two"));
        assertThat(model.title().get()).isEqualTo("(2) lobby - Parley");

        model.watched().set(true);
        assertThat(model.title().get()).isEqualTo("lobby - Parley");
    }

    @Test
    void nobodyCountsBeyondThreeDigits() {
        model.watched().set(false);
        model.messagesAdded(new SessionEvent.MessagesAdded(
                RoomName.LOBBY, Collections.nCopies(1_000, Messages.from("bob", "again"))));

        assertThat(model.title().get()).isEqualTo("(999+) lobby - Parley");
    }

    @Test
    void anotherRoomBeginsWithNothingUnseen() {
        model.watched().set(false);
        hear(Messages.from("bob", "one"));

        enter(new RoomName("kitchen"), SessionState.JOINING);

        assertThat(model.title().get()).isEqualTo("kitchen - Parley");
    }

    @Test
    void theHeaderSaysHowThingsStand() {
        enter(RoomName.LOBBY, SessionState.JOINING);
        assertThat(model.subtitle().get()).isEqualTo("Joining…");
        enter(RoomName.LOBBY, SessionState.ALONE);
        assertThat(model.subtitle().get()).isEqualTo("You are alone so far");
        enter(RoomName.LOBBY, SessionState.LEFT);
        assertThat(model.subtitle().get()).isEqualTo("Not in the room");
    }
}
