package dev.parley.terminal;

import dev.parley.chat.Session;
import dev.parley.console.Console;
import java.io.InputStream;
import java.io.PrintStream;

/** The face for programs: commands in, one a line; JSON objects out, one a line and nothing else. */
public final class JsonFace implements Face {
    private final StreamFace face;

    /**
     * @param in commands in UTF-8, one a line; read only if the plan says so
     * @param out gets UTF-8 whatever its own encoding, flushed whenever nothing more is waiting
     */
    public JsonFace(Session session, Console console, InputStream in, PrintStream out) {
        this.face = new StreamFace(session, console, in, new JsonPrinter(out));
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
