package dev.parley.terminal;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A face over plain streams: reads commands line by line, asks nothing, prompts nothing. */
final class StreamFace implements Face {
    private final Session session;
    private final Console console;
    private final InputLines input;
    private final Output output;
    private volatile Optional<FaceRun> current = Optional.empty();

    StreamFace(Session session, Console console, InputStream in, Output output) {
        this.session = session;
        this.console = console;
        this.input = new InputLines(in);
        this.output = output;
    }

    @Override
    public int run(LaunchPlan plan) {
        try (FaceRun run = new FaceRun(session, console, plan, output)) {
            current = Optional.of(run);
            run.start();
            run.awaitGroup();
            run.runGiven();
            if (plan.readsInput()) readAll(run);
            if (plan.stay() && !console.isEnding()) console.ended().join();
            run.leave();
            return run.failures() == 0 ? 0 : 1;
        }
    }

    @Override
    public void flush() {
        current.ifPresent(FaceRun::flush);
    }

    private void readAll(FaceRun run) {
        try {
            while (!console.isEnding()) {
                Optional<InputLines.Line> line = input.next();
                if (line.isEmpty()) return;
                run(run, line.get());
            }
        } catch (IOException e) {
            run.notice(SessionEvent.Level.WARN, "The input cannot be read any further: " + e.getMessage());
        }
    }

    private static void run(FaceRun run, InputLines.Line line) {
        if (line.isTooLong())
            run.refuse(
                    line.text(),
                    "This line of %,d bytes was not run, because a line has at most %,d; a message has at most 65,536."
                            .formatted(line.bytes(), InputLines.MAX_BYTES));
        else run.run(line.text());
    }
}
