package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** People who prepare a workshop in a room, each a process of its own; one more may take part from outside. */
final class Workshop implements AutoCloseable {
    static final String GUEST = "alice";

    private final Stage stage;

    private Workshop(Stage stage) {
        this.stage = stage;
    }

    /** The room with only bob in it, who coordinates. */
    static Workshop open(Path folder) throws IOException {
        Workshop workshop = new Workshop(new Stage(folder));
        workshop.stage.group("bob");
        return workshop;
    }

    String service() {
        return stage.service().url().toString();
    }

    /**
     * All come and talk, one leaves and one is killed.
     *
     * @param guest says a line as the guest, who is in the group by now or soon
     */
    void meet(Consumer<String> guest) {
        LabPeer bob = stage.lab().peers().get(0);
        bob.awaitMembers(List.of("bob", GUEST), Stage.PATIENCE);
        LabPeer carol = comes("carol");
        LabPeer dave = comes("dave");
        LabPeer erin = comes("erin");
        LabPeer frank = comes("frank");
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave", "erin", "frank"), Stage.PATIENCE);

        says(bob, "msg Good morning! We have room 2.14 from ten to twelve, with a projector.");
        says(bob, "msg The slides are at https://example.org/workshop/slides");
        says(carol, "msg Great \uD83C\uDF89 I bring three laptops, so everybody gets to pull a cable.");
        says(carol, "me has made coffee");
        says(dave, "msg Which stack do we start with?");
        says(bob, "msg The one that comes with it, `tcp.xml`. We swap it after the break.");
        says(erin, "msg My train goes at noon, so I leave you now. See you on Thursday!");
        hears(guest, bob, "Safe journey! Then I do the part about crashes alone.");
        says(erin, "quit");
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave", "frank"), Stage.PATIENCE);

        frank.kill();
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave"), Stage.PATIENCE);
        dave.awaitMembers(List.of("bob", GUEST, "carol", "dave"), Stage.PATIENCE);
        says(dave, "msg I have just pulled frank's plug, to see how long it takes you \uD83D\uDE42");
        says(carol, "tell " + GUEST + " Will you do the partitions too? I have never shown them live.");
        says(bob, "msg `FD_SOCK2` saw it at once, and nothing he had said is lost.");
        hears(guest, bob, "And then partitions: split, talk on both sides, heal, compare.");
    }

    @Override
    public void close() {
        stage.close();
    }

    private LabPeer comes(String name) {
        LabPeer peer = stage.start(name);
        peer.awaitState(Stage.PATIENCE, "joined");
        return peer;
    }

    private static void says(LabPeer peer, String command) {
        assertThat(peer.run(command, Stage.PATIENCE).ok()).as(command).isTrue();
    }

    private static void hears(Consumer<String> guest, LabPeer peer, String text) {
        guest.accept(text);
        peer.awaitMessage(message -> message.text().equals(text), Stage.PATIENCE);
    }
}
