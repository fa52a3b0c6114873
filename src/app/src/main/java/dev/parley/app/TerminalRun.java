package dev.parley.app;

import dev.parley.app.Wiring.Peer;
import dev.parley.desktop.settings.PeerChoice;
import dev.parley.terminal.Face;
import dev.parley.terminal.JsonFace;
import dev.parley.terminal.LaunchPlan;
import dev.parley.terminal.Palette;
import dev.parley.terminal.PlainFace;
import dev.parley.terminal.TerminalFace;
import java.io.IOException;
import java.util.Optional;

/** A run whose face is in the terminal, or is one for programs. Confined to the main thread. */
final class TerminalRun {
    private final LaunchOptions options;
    private final Wiring wiring;
    private final Streams streams;
    private volatile Optional<Face> face = Optional.empty();

    TerminalRun(LaunchOptions options, Wiring wiring, Streams streams) {
        this.options = options;
        this.wiring = wiring;
        this.streams = streams;
    }

    /** Runs the face to its end, or to that of the process. */
    ExitStatus run() throws LaunchException {
        PeerFolder folder = wiring.claim(options.name());
        wiring.openLog(folder);
        wiring.open(() -> face.ifPresent(Face::flush));
        Peer peer = wiring.build(
                folder,
                new PeerChoice(folder.name(), options.room(), options.service().url()));
        LaunchPlan plan = new LaunchPlan(
                options.work().scripts(),
                options.work().commands(),
                options.group().manual(),
                options.work().stay(),
                peer.notices(),
                LaunchPlan.USUAL_PATIENCE);
        Face chosen = face(peer);
        face = Optional.of(chosen);
        return chosen.run(plan) == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private Face face(Peer peer) throws LaunchException {
        if (options.json()) return new JsonFace(peer.session(), peer.console(), streams.in(), streams.out());
        Palette palette = Palette.choose(streams.terminal(), options.noColor(), System.getenv());
        if (!streams.terminal())
            return new PlainFace(peer.session(), peer.console(), streams.in(), streams.out(), palette);
        try {
            return wiring.open(TerminalFace.open(peer.session(), peer.console(), palette));
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED, "This terminal cannot be used (" + e.getMessage() + "); try --json.", e);
        }
    }
}
