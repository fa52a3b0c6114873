package dev.parley.terminal;

import dev.parley.chat.Session;
import dev.parley.console.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.ZoneId;

/** The face for input that is no terminal, and for runs that read none: lines in, lines out, no prompt. */
public final class PlainFace implements Face {
    private final StreamFace face;

    /**
     * @param in commands in UTF-8, one a line; read only if the plan says so
     * @param out where everything is shown, flushed whenever nothing more is waiting
     */
    public PlainFace(Session session, Console console, InputStream in, PrintStream out, Palette palette) {
        Output printer = new TerminalPrinter(new StreamSink(out), palette, ZoneId.systemDefault());
        this.face = new StreamFace(session, console, in, printer);
    }

    @Override
    public int run(LaunchPlan plan) {
        return face.run(plan);
    }

    @Override
    public void flush() {
        face.flush();
    }
}
