package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.acceptance.MoodyService.Mood;
import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bootstrap service that is down, comes back, or answers badly. */
class ServiceTroubleTest {
    private static final List<String> BOTH = List.of("ann", "ben");

    @TempDir
    private Path folder;

    private MoodyService service;
    private Lab lab;

    @AfterEach
    void close() {
        if (lab != null) lab.close();
        if (service != null) service.close();
    }

    private void open(Mood mood) throws Exception {
        service = new MoodyService(mood);
        lab = new Lab(new LabSettings(
                Program.command(),
                Program.environment(),
                folder,
                Optional.of(service.url()),
                List.of("--bind-port", "0")));
    }

    @Test
    void downAtTheStartItIsToldOfAndPeersJoinAsSoonAsItIsBack() throws Exception {
        open(Mood.GOOD);
        service.stop();
        List<LabPeer> peers = BOTH.stream().map(name -> lab.start(name)).toList();
        for (LabPeer peer : peers) {
            peer.awaitState(Stage.PATIENCE, "alone");
            peer.await(
                    PeerOutput.Notice.class,
                    notice -> notice.level().equals("warn")
                            && notice.text().contains(service.url().toString()),
                    Stage.PATIENCE);
        }

        service.start();

        long back = System.nanoTime();
        for (LabPeer peer : peers) peer.awaitMembers(BOTH, Stage.PATIENCE);
        System.out.printf("Figures: service back, until two who waited are together: %.2f s%n", seconds(back));
    }

    @Tag("system")
    @Test
    void downAtTheStartTheListOfTheLastTimeServes() throws Exception {
        open(Mood.GOOD);
        LabPeer ann = lab.start("ann");
        LabPeer ben = lab.start("ben");
        ben.awaitMembers(BOTH, Stage.PATIENCE);
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(service.listed()).containsExactlyElementsOf(BOTH));
        assertThat(ben.run("bootstraplist", Stage.PATIENCE).ok()).isTrue();
        ben.run("quit", Stage.PATIENCE);
        ben.awaitExit(Stage.PATIENCE);
        service.stop();

        LabPeer again = lab.start("ben");

        again.awaitMembers(BOTH, Stage.PATIENCE);
        ann.awaitMembers(BOTH, Stage.PATIENCE);
        service.start();
    }

    @Tag("soak")
    @Test
    void downInTheSessionNobodyNoticesAndAllRegisterWhenItIsBack() throws Exception {
        open(Mood.GOOD);
        List<LabPeer> peers = BOTH.stream().map(name -> lab.start(name)).toList();
        for (LabPeer peer : peers) peer.awaitMembers(BOTH, Stage.PATIENCE);
        int views = peers.get(0).outputs(PeerOutput.View.class).size();

        service.stop();
        assertThat(peers.get(0).run("msg still here", Stage.PATIENCE).ok()).isTrue();
        peers.get(1).awaitMessage(message -> message.text().equals("still here"), Stage.PATIENCE);
        for (LabPeer peer : peers) peer.run("memberlistupdate", Stage.PATIENCE);
        service.start();

        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(130))
                .untilAsserted(() -> assertThat(service.listed()).containsExactlyElementsOf(BOTH));
        System.out.printf("Figures: service back, until both are listed again: %.2f s%n", seconds(back));
        assertThat(peers.get(0).outputs(PeerOutput.View.class)).hasSize(views);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SLOW", "FAILING"})
    void slowOrFailingItStillBringsPeersTogether(Mood mood) throws Exception {
        open(mood);
        List<LabPeer> peers = BOTH.stream().map(name -> lab.start(name)).toList();
        for (LabPeer peer : peers) peer.awaitState(Stage.PATIENCE, "alone", "joined");
        long up = System.nanoTime();
        for (LabPeer peer : peers) peer.awaitMembers(BOTH, Stage.PATIENCE);
        System.out.printf("Figures: a service that is %s, until two are together: %.2f s%n", mood, seconds(up));
    }

    @Tag("system")
    @Test
    void rubbishIsToldOfAndForgottenWhenItAnswersWell() throws Exception {
        open(Mood.RUBBISH);
        List<LabPeer> peers = BOTH.stream().map(name -> lab.start(name)).toList();
        for (LabPeer peer : peers)
            peer.await(
                    PeerOutput.Notice.class,
                    notice -> notice.text().contains("something else than bootstrap data"),
                    Stage.PATIENCE);

        service.be(Mood.GOOD);

        for (LabPeer peer : peers) peer.awaitMembers(BOTH, Stage.PATIENCE);
    }

    /** The figure itself: down for {@code -Dsoak.seconds} (120), long enough for somebody to ask. */
    @Tag("soak")
    @Test
    @Timeout(900)
    void howLongItTakesUntilAllAreListedAfterALongAbsence() throws Exception {
        open(Mood.GOOD);
        List<LabPeer> peers = BOTH.stream().map(name -> lab.start(name)).toList();
        for (LabPeer peer : peers) peer.awaitMembers(BOTH, Stage.PATIENCE);
        service.stop();
        long down = System.nanoTime();
        Duration absence = Duration.ofSeconds(Integer.getInteger("soak.seconds", 120));
        await().atMost(absence.multipliedBy(2)).until(() -> Figures.since(down).compareTo(absence) > 0);
        service.start();
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(130))
                .untilAsserted(() -> assertThat(service.listed()).containsExactlyElementsOf(BOTH));
        System.out.printf(
                "Figures: service back after %s, until both are listed again: %.2f s%n", absence, seconds(back));
    }

    private static double seconds(long since) {
        return Figures.since(since).toMillis() / 1_000.0;
    }
}
