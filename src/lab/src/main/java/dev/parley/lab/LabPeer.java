package dev.parley.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A headless peer that runs as a process of its own and is driven through its standard input and its {@code --json} output.
 * Methods may be called from any thread. All awaiting is for what the peer says; it fails as soon as the peer has ended.
 */
public final class LabPeer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final int KEPT_ERROR_LINES = 1_000;
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final PeerLog log = new PeerLog();
    private final Deque<String> errorLines = new ArrayDeque<>();
    private final List<Thread> readers = new ArrayList<>();
    private final Object inputLock = new Object();
    private Optional<FreezeGuard> guard = Optional.empty();

    LabPeer(String name, Process process) {
        this.name = name;
        this.process = process;
        PeerOutputParser parser = new PeerOutputParser();
        read("out", process.getInputStream(), line -> hear(parser, line), log::end);
        read("err", process.getErrorStream(), this::keepErrorLine, () -> {});
    }

    /** The name it was started with, which is not its shown name if another of that name was there first. */
    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean running() {
        return process.isAlive();
    }

    /**
     * Gives the peer a line to run. Blocks only while the peer reads nothing and its pipe is full.
     *
     * @param command one line, neither empty nor a comment: those have no result
     * @return the result, or a {@link LabException} if the peer ends first; completed by the thread that reads the peer's
     *     output
     */
    public CompletableFuture<PeerOutput.Result> send(String command) {
        if (command.isBlank()
                || command.strip().startsWith("#")
                || command.lines().count() != 1)
            throw new IllegalArgumentException("Not a line that has a result: '" + command + "'");
        CompletableFuture<PeerOutput.Result> answer;
        synchronized (inputLock) {
            answer = log.ask(command);
            write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return answer;
    }

    /**
     * Gives the peer a line to run and waits for what comes of it, success or not.
     *
     * @throws LabException if there is no result in time
     */
    public PeerOutput.Result run(String command, Duration timeout) {
        try {
            return send(command).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure("'" + command + "' has no result after " + timeout);
        } catch (ExecutionException e) {
            throw failure(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("Interrupted while waiting for " + name, e);
        }
    }

    /** Sends bytes as they are, for instance such as no command consists of. */
    public void sendRaw(byte[] bytes) {
        synchronized (inputLock) {
            write(bytes);
        }
    }

    /** Ends its standard input, at which a peer leaves in order. */
    public void endInput() {
        synchronized (inputLock) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("The input of {} was closed already", name, e);
            }
        }
    }

    /**
     * Tells a listener everything it has written and will write.
     *
     * @throws LabException if it has written so much already that the first of it is forgotten
     */
    public void listen(PeerListener listener) {
        log.listen(listener);
    }

    /** All objects it has written, oldest first; of very many only the latest. */
    public List<PeerOutput> outputs() {
        return log.outputs();
    }

    /** The objects of one type it has written, oldest first. */
    public <T extends PeerOutput> List<T> outputs(Class<T> type) {
        return log.outputs().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Lines on its standard output that are no JSON objects: there must be none. */
    public List<String> unexpectedOutput() {
        return log.unexpected();
    }

    /** The last lines of its standard error. */
    public List<String> errorOutput() {
        synchronized (errorLines) {
            return List.copyOf(errorLines);
        }
    }

    /** The state it told last. */
    public Optional<PeerOutput.State> state() {
        return log.state();
    }

    /** The shown names in the view it told last, in view order. */
    public List<String> members() {
        return log.view().map(PeerOutput.View::members).orElse(List.of());
    }

    /** Waits until the latest state is one of these. */
    public PeerOutput.State awaitState(Duration timeout, String... states) {
        Set<String> wanted = Set.of(states);
        return log.awaitState(state -> wanted.contains(state.state()), timeout)
                .orElseThrow(() -> failure("is not " + String.join(" or ", states) + " after " + timeout));
    }

    /** Waits until the latest view has exactly these members, in any order. */
    public PeerOutput.View awaitMembers(Collection<String> names, Duration timeout) {
        Set<String> wanted = Set.copyOf(names);
        return log.awaitView(view -> new HashSet<>(view.members()).equals(wanted), timeout)
                .orElseThrow(() -> failure("does not see the members " + names + " after " + timeout));
    }

    /** Waits until the latest view is like that. */
    public PeerOutput.View awaitView(Predicate<PeerOutput.View> wanted, Duration timeout) {
        return log.awaitView(wanted, timeout)
                .orElseThrow(() -> failure("has not the view waited for after " + timeout));
    }

    /** The first message like that, heard already or yet to come. */
    public PeerOutput.Message awaitMessage(Predicate<PeerOutput.Message> wanted, Duration timeout) {
        return await(PeerOutput.Message.class, wanted, timeout);
    }

    /** The first object like that, written already or yet to come. */
    public <T extends PeerOutput> T await(Class<T> type, Predicate<? super T> wanted, Duration timeout) {
        return log.await(type, wanted, timeout)
                .orElseThrow(
                        () -> failure("has not written the " + type.getSimpleName() + " waited for after " + timeout));
    }

    /** SIGKILL: it ends without a word. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** SIGTERM: it leaves in order, with status 143. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** SIGINT, as Ctrl-C does: it leaves in order, with status 130. */
    public void interrupt() {
        ProcessSignal.INT.sendTo(pid());
    }

    /** SIGSTOP: it stands still when this returns, its connections stay open. It is killed if this process ends meanwhile. */
    public synchronized void freeze() {
        if (guard.isEmpty()) guard = Optional.of(FreezeGuard.over(pid()));
        ProcessSignal.STOP.sendTo(pid());
        new Standstill(pid()).await();
    }

    /** SIGCONT: it goes on. */
    public synchronized void thaw() {
        ProcessSignal.CONT.sendTo(pid());
        dismissGuard();
    }

    private void dismissGuard() {
        guard.ifPresent(FreezeGuard::close);
        guard = Optional.empty();
    }

    /**
     * Waits until it has ended and all it wrote has been read.
     *
     * @return its exit status
     */
    public int awaitExit(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) throw failure("still runs after " + timeout);
            for (Thread reader : readers) reader.join(KILL_TIMEOUT.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("Interrupted while waiting for the end of " + name, e);
        }
    }

    /** Kills it if it still runs, and waits until it is gone. Idempotent. */
    @Override
    public synchronized void close() {
        kill();
        awaitExit(KILL_TIMEOUT);
        dismissGuard();
        endInput();
    }

    @Override
    public String toString() {
        return "peer " + name + " (" + pid() + ")";
    }

    private void write(byte[] bytes) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(bytes);
            input.flush();
        } catch (IOException e) {
            LOG.debug("{} reads no more input; what is unanswered fails at the end of its output", this, e);
        }
    }

    private void read(String what, InputStream stream, Consumer<String> lines, Runnable atEnd) {
        Thread reader = new Thread(() -> readLines(stream, lines, atEnd), "parley-lab-" + name + "-" + what);
        reader.setDaemon(true);
        readers.add(reader);
        reader.start();
    }

    private void readLines(InputStream stream, Consumer<String> lines, Runnable atEnd) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) lines.accept(line);
        } catch (IOException e) {
            LOG.debug("The output of {} ended early", this, e);
        } finally {
            atEnd.run();
        }
    }

    private void hear(PeerOutputParser parser, String line) {
        parser.parse(line).ifPresentOrElse(output -> log.add(output, line.length()), () -> log.addUnexpected(line));
    }

    private void keepErrorLine(String line) {
        synchronized (errorLines) {
            if (errorLines.size() == KEPT_ERROR_LINES) errorLines.removeFirst();
            errorLines.add(line);
        }
    }

    private LabException failure(String what) {
        String status = process.isAlive() ? "running" : "ended with status " + process.exitValue();
        String text = "%s %s (%s; state %s, members %s)"
                .formatted(
                        this, what, status, state().map(PeerOutput.State::state).orElse("none"), members());
        List<String> unexpected = unexpectedOutput();
        if (!unexpected.isEmpty()) text += "\nunexpected output: " + String.join("\n  ", unexpected);
        List<String> errors = errorOutput();
        if (!errors.isEmpty()) text += "\nstandard error: " + String.join("\n  ", errors);
        return new LabException(text);
    }
}
