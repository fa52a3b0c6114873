package dev.parley.desktop;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.KeptSettings;
import dev.parley.desktop.settings.PeerChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;

/** A window over a real session, and the program around it. */
final class WindowHouse implements Opening {
    private final ConsolePeer peer;
    private final KeptSettings settings;
    private final AtomicInteger closings = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<PeerChoice> asked = Optional.empty();
    private volatile Optional<String> refusal = Optional.empty();
    private MainWindow window;

    WindowHouse(ConsolePeer peer, Path dataDirectory) {
        this.peer = peer;
        this.settings = KeptSettings.in(dataDirectory);
        settings.model().reduceMotion().set(true);
    }

    /** Shows the window; on the JavaFX thread. */
    MainWindow show(boolean ask, boolean manual, String... commands) {
        PeerChoice choice = new PeerChoice(new PeerName("ann"), RoomName.LOBBY, Optional.empty());
        FxThread fxThread = new FxThread();
        window = new MainWindow(new Stage());
        window.open(settings.model(), fxThread);
        new WindowRunner(window, settings, new LiveSession(this, fxThread), fxThread, ended::countDown)
                .fill(new StartPlan(choice, ask, manual, List.of(), List.of(commands)));
        return window;
    }

    KeptSettings settings() {
        return settings;
    }

    /** What the window has asked for. */
    Optional<PeerChoice> asked() {
        return asked;
    }

    /** Makes opening fail with this sentence, or no more. */
    void refuse(Optional<String> sentence) {
        refusal = sentence;
    }

    int closings() {
        return closings.get();
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    @Override
    public Opened open(PeerChoice choice) throws OpeningException {
        asked = Optional.of(choice);
        if (refusal.isPresent()) throw new OpeningException(refusal.get(), null);
        return new Opened(peer.session(), peer.console(), peer.folder(), Optional.empty(), List.of());
    }

    @Override
    public void close() {
        closings.incrementAndGet();
        peer.session().close(Duration.ofSeconds(5));
    }
}
