package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    /** The host vanishes, and the service lists him still. */
    void hostCrashes() {
        host().kill();
    }

    /** Waits until the guest is in the group, whoever else is. */
    void awaitGuest() {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.service().listed()).contains(GUEST));
    }

    /**
     * All come and talk, one leaves and one is killed.
     *
     * @param guest says a line as the guest, who is in the group by now or soon
     */
    void meet(Consumer<String> guest) {
        LabPeer bob = host();
        bob.awaitMembers(List.of("bob", GUEST), Stage.PATIENCE);
        LabPeer carol = comes("carol");
        LabPeer dave = comes("dave");
        LabPeer erin = comes("erin");
        LabPeer frank = comes("frank");
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave", "erin", "frank"), Stage.PATIENCE);

        says(bob, "Good morning! We have room 2.14 from ten to twelve, with a projector.");
        says(bob, "The slides are at https://example.org/workshop/slides");
        says(carol, "Great \uD83C\uDF89 I bring three laptops, so everybody gets to pull a cable.");
        run(carol, "me has made coffee");
        allHear("has made coffee");
        says(dave, "Which stack do we start with?");
        says(bob, "The one that comes with it, `tcp.xml`. We swap it after the break.");
        says(erin, "My train goes at noon, so I leave you now. See you on Thursday!");
        hears(guest, "Safe journey! Then I do the part about crashes alone.");
        run(erin, "quit");
        erin.awaitExit(Stage.PATIENCE);
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave", "frank"), Stage.PATIENCE);

        frank.kill();
        frank.awaitExit(Stage.PATIENCE);
        bob.awaitMembers(List.of("bob", GUEST, "carol", "dave"), Stage.PATIENCE);
        dave.awaitMembers(List.of("bob", GUEST, "carol", "dave"), Stage.PATIENCE);
        says(dave, "I have just pulled frank's plug, to see how long it takes you \uD83D\uDE42");
        run(carol, "tell " + GUEST + " Will you do the partitions too? I have never shown them live.");
        says(bob, "`FD_SOCK2` saw it at once, and nothing he had said is lost.");
        hears(guest, "And then partitions: split, talk on both sides, heal, compare.");
    }

    @Override
    public void close() {
        stage.close();
    }

    private LabPeer host() {
        return stage.lab().peers().get(0);
    }

    private LabPeer comes(String name) {
        LabPeer peer = stage.start(name);
        peer.awaitState(Stage.PATIENCE, "joined");
        return peer;
    }

    /** Nobody speaks before all have heard this. */
    private void says(LabPeer peer, String text) {
        run(peer, "msg " + text);
        allHear(text);
    }

    private void hears(Consumer<String> guest, String text) {
        guest.accept(text);
        allHear(text);
    }

    private void allHear(String text) {
        for (LabPeer peer : stage.lab().peers())
            if (peer.running()) peer.awaitMessage(message -> message.text().equals(text), Stage.PATIENCE);
    }

    private static void run(LabPeer peer, String command) {
        assertThat(peer.run(command, Stage.PATIENCE).ok()).as(command).isTrue();
    }
}
