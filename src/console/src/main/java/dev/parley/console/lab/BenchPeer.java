package dev.parley.console.lab;

import dev.parley.console.api.CommandException;
import dev.parley.lab.LabPeer;
import dev.parley.lab.Stamp;
import java.util.Optional;

/** One peer of the lab. Used on the console thread; ended from any. */
final class BenchPeer {
    private final LabPeer process;
    private volatile Optional<Talk> talk = Optional.empty();
    private volatile Stamp since = Stamp.ZERO;
    private volatile boolean frozen;

    BenchPeer(LabPeer process) {
        this.process = process;
    }

    String name() {
        return process.name();
    }

    LabPeer process() {
        return process;
    }

    /** It has joined: from now on it has to hear everything. */
    void isIn(Stamp now) {
        since = now;
    }

    /** What its log is to hold everything from. */
    Stamp since() {
        return since;
    }

    boolean frozen() {
        return frozen && process.running();
    }

    /** @throws CommandException that says what to do, if it is frozen */
    void requireThawed() throws CommandException {
        if (frozen()) throw new CommandException("%s stands still: type lab thaw %s.".formatted(name(), name()));
    }

    void freeze() {
        process.freeze();
        frozen = true;
    }

    void thaw() {
        process.thaw();
        frozen = false;
    }

    /** Says so many messages of at least so many bytes from now on, in the background. */
    void talk(int count, double rate, int bytes) {
        talk = Optional.of(Talk.begin(process, count, rate, bytes));
    }

    Optional<Talk> talk() {
        return talk;
    }

    /** Whether it is still saying what it was told to. */
    boolean talking() {
        return process.running() && talk.filter(saying -> !saying.over()).isPresent();
    }

    /** Where it stands, for people. */
    String state() {
        if (!process.running()) return "ended";
        if (frozen) return "frozen";
        return process.state().map(state -> state.state()).orElse("starting");
    }

    /** Leaves in order by itself; does not wait for that. */
    void leave() {
        talk.ifPresent(Talk::stop);
        if (frozen) thaw();
        process.endInput();
    }
}
