package dev.parley.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.desktop.settings.PeerChoice;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstStartModelTest {
    private static final PeerChoice PROPOSAL = new PeerChoice(new PeerName("root"), RoomName.LOBBY, Optional.empty());

    private final FirstStartModel model = new FirstStartModel(PROPOSAL);

    @Test
    void theProposalCanBeTakenAsItIs() {
        assertThat(model.choice()).contains(PROPOSAL);
        assertThat(model.room().get()).isEmpty();
    }

    @Test
    void nameRoomAndServiceAreTakenAsTypedWithoutSpacesAround() {
        model.name().set(" zoë ");
        model.room().set("kitchen ");
        model.ownService().set(false);
        model.service().set(" 127.0.0.1:9000 ");

        assertThat(model.choice())
                .contains(new PeerChoice(
                        new PeerName("zoë"),
                        new RoomName("kitchen"),
                        Optional.of(URI.create("http://127.0.0.1:9000"))));
    }

    @Test
    void whatCannotBeIsRefusedWithTheRule() {
        model.name().set("ann lee");
        assertThat(model.objection().get()).contains("1 to 64 characters without spaces", "ann lee");
        assertThat(model.choice()).isEmpty();

        model.name().set("ann");
        model.room().set("a room");
        assertThat(model.objection().get()).contains("room name", "a room");

        model.room().set("");
        model.ownService().set(false);
        model.service().set("gopher://x");
        assertThat(model.objection().get()).contains("gopher://x");
        assertThat(model.choice()).isEmpty();

        model.ownService().set(true);
        assertThat(model.objection().get()).isEmpty();
    }

    @Test
    void aFailureIsForgottenWhenTheAnswersChange() {
        model.failure().set("ann is running already.");

        model.name().set("a b");

        assertThat(model.failure().get()).isEmpty();
    }
}
