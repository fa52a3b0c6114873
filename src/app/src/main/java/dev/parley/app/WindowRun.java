package dev.parley.app;

import dev.parley.app.Wiring.Peer;
import dev.parley.chat.RoomName;
import dev.parley.desktop.Desktop;
import dev.parley.desktop.NoWindowException;
import dev.parley.desktop.Opened;
import dev.parley.desktop.Opening;
import dev.parley.desktop.OpeningException;
import dev.parley.desktop.StartPlan;
import dev.parley.desktop.settings.KeptSettings;
import dev.parley.desktop.settings.PeerChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;

/** A run whose face is the window. Runs on the main thread; the window opens its peer on a thread of its own. */
final class WindowRun implements Opening {
    private final LaunchOptions options;
    private final Wiring wiring;
    private final DataFolder data;
    private final KeptSettings settings;
    private volatile Optional<Desktop> desktop = Optional.empty();
    private volatile boolean knocked;
    private final Thread preparing = new Thread(this::prepareLog, "parley-log");
    private volatile boolean claimed;

    WindowRun(LaunchOptions options, Wiring wiring) {
        this.options = options;
        this.wiring = wiring;
        this.data = new DataFolder(wiring.dataDirectory());
        this.settings = KeptSettings.of(wiring.userSettings());
    }

    /**
     * Shows the window until the user or the program ends; or only that of a peer of this name that is running already.
     *
     * @param tell shows one line to who started this
     * @throws NoWindowException if there can be none; the name's folder is claimed then, if a name is known
     */
    ExitStatus run(Consumer<String> tell) throws LaunchException, NoWindowException {
        StartPlan plan = plan();
        if (!plan.ask() && showsAlready(plan.peer())) {
            tell.accept("%s is running already; its window is shown."
                    .formatted(plan.peer().name()));
            return ExitStatus.OK;
        }
        if (!plan.ask()) claim(plan.peer());
        preparing.start();
        Desktop opening = new Desktop(this, plan, settings);
        try {
            opening.start();
        } catch (NoWindowException e) {
            awaitLog();
            throw e;
        }
        desktop = Optional.of(opening);
        if (knocked) opening.raise();
        opening.awaitEnd();
        return ExitStatus.OK;
    }

    private StartPlan plan() {
        Optional<PeerChoice> remembered = options.nameGiven().isPresent()
                ? Optional.empty()
                : settings.model().remembered();
        PeerChoice peer = new PeerChoice(
                remembered.map(PeerChoice::name).orElseGet(options::name),
                options.roomGiven().or(() -> remembered.map(PeerChoice::room)).orElse(RoomName.LOBBY),
                options.service().url().or(() -> remembered.flatMap(PeerChoice::service)));
        boolean ask = options.nameGiven().isEmpty() && remembered.isEmpty();
        return new StartPlan(
                peer,
                ask,
                options.group().manual(),
                options.work().scripts(),
                options.work().commands());
    }

    @Override
    public Opened open(PeerChoice choice) throws OpeningException {
        try {
            if (!claimed && showsAlready(choice))
                throw new LaunchException(
                        ExitStatus.FAILED,
                        "%s is running already, and its window is in front now; take another name here."
                                .formatted(choice.name()));
            awaitLog();
            claim(choice);
            PeerFolder folder = wiring.claim(choice.name());
            wiring.openLog(folder);
            Peer peer = wiring.build(folder, choice);
            return new Opened(peer.session(), peer.console(), folder.path(), peer.service(), peer.notices());
        } catch (LaunchException e) {
            throw new OpeningException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        wiring.close();
    }

    private boolean showsAlready(PeerChoice choice) {
        return WindowDoor.knock(data.folderOf(choice.name()));
    }

    private void claim(PeerChoice choice) throws LaunchException {
        if (claimed) return;
        PeerFolder folder = wiring.claim(choice.name());
        openDoor(folder.path());
        claimed = true;
    }

    /** Opening the log takes as long as a good part of opening the window, so it is done beside that. */
    private void prepareLog() {
        try {
            if (claimed) wiring.openLog(wiring.claim(options.name()));
            else ProgramLog.quiet();
        } catch (LaunchException toldWhenItIsTriedAgain) {
            ProgramLog.quiet();
        }
    }

    private void awaitLog() {
        try {
            preparing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a door a second start becomes a peer of its own. */
    private void openDoor(Path folder) throws LaunchException {
        try {
            wiring.open(WindowDoor.open(folder, this::knock));
        } catch (IOException e) {
            LogManager.getLogger(WindowRun.class).warn("A second start cannot show this window", e);
        }
    }

    private void knock() {
        knocked = true;
        desktop.ifPresent(Desktop::raise);
    }
}
