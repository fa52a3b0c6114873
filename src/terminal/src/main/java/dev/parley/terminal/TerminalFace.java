package dev.parley.terminal;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.Console;
import dev.parley.console.history.CommandHistory;
import java.io.IOError;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/**
 * The face for a person at a terminal: a prompt, editing, history, completion, and what happens meanwhile above the line that
 * is being typed.
 */
public final class TerminalFace implements Face, AutoCloseable {
    private static final String NAME = "Parley";
    private static final int MOST_GATHERED = 200;
    private final Session session;
    private final Console console;
    private final Terminal terminal;
    private final Palette palette;
    private final LineReaderImpl reader;
    private final PastedLines pasted;
    private volatile Optional<FaceRun> current = Optional.empty();
    private volatile String prompt = "> ";

    /**
     * Takes over the terminal that the program was started in.
     *
     * @throws IOException if there is none
     */
    public static TerminalFace open(Session session, Console console, Palette palette) throws IOException {
        Terminal terminal =
                TerminalBuilder.builder().name(NAME).system(true).dumb(true).build();
        return new TerminalFace(session, console, terminal, palette);
    }

    TerminalFace(Session session, Console console, Terminal terminal, Palette palette) {
        this.session = session;
        this.console = console;
        this.terminal = terminal;
        this.palette = terminal.getType().startsWith(Terminal.TYPE_DUMB) ? Palette.PLAIN : palette;
        TerminalHistory history = new TerminalHistory(console.history());
        this.reader = (LineReaderImpl) reader(console, terminal, history);
        this.pasted = new PastedLines(reader, history);
        if (this.palette == Palette.PLAIN) withoutColours(reader);
        reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        EarlierLines.bind(reader, console.history());
    }

    private static LineReader reader(Console console, Terminal terminal, TerminalHistory history) {
        TerminalCompletion completion = new TerminalCompletion(console);
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName(NAME)
                .parser(completion)
                .completer(completion)
                .completionMatcher(new ConsoleMatcher())
                .highlighter(new TypedHints(console))
                .history(history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                .variable(LineReader.HISTORY_SIZE, CommandHistory.MOST_LINES)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_REDUCE_BLANKS, false)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .build();
    }

    private static void withoutColours(LineReader reader) {
        for (String style : List.of(
                LineReader.COMPLETION_STYLE_STARTING,
                LineReader.COMPLETION_STYLE_DESCRIPTION,
                LineReader.COMPLETION_STYLE_GROUP,
                LineReader.COMPLETION_STYLE_BACKGROUND,
                LineReader.COMPLETION_STYLE_LIST_STARTING,
                LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
                LineReader.COMPLETION_STYLE_LIST_GROUP,
                LineReader.COMPLETION_STYLE_LIST_BACKGROUND)) reader.setVariable(style, "default");
    }

    /**
     * Ctrl-C stops the running command, at the prompt it clears the line; Ctrl-D quits. Without a prompt to come, Ctrl-C ends
     * the program as usual.
     */
    @Override
    public int run(LaunchPlan plan) {
        if (plan.readsInput()) terminal.handle(Terminal.Signal.INT, signal -> console.interrupt());
        Output printer = new TerminalPrinter(new AbovePrompt(), palette, ZoneId.systemDefault());
        try (FaceRun run = new FaceRun(session, console, plan, printer)) {
            current = Optional.of(run);
            run.start();
            if (plan.hasWork()) {
                run.awaitGroup();
                run.runGiven();
            }
            if (plan.readsInput()) readAll(run);
            run.leave();
            return plan.readsInput() || run.failures() == 0 ? 0 : 1;
        }
    }

    @Override
    public void flush() {
        current.ifPresent(FaceRun::flush);
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        terminal.close();
    }

    private void readAll(FaceRun run) {
        while (!console.isEnding()) {
            try {
                String typed = reader.readLine(prompt);
                if (TypedLine.isMany(typed)) pasted.ask(typed, line -> run.run(TypedLine.command(line)));
                else run.run(TypedLine.command(typed));
                run.flush();
            } catch (UserInterruptException e) {
                // Ctrl-C: the line is given up
            } catch (EndOfFileException | IOError e) {
                return;
            }
        }
    }

    /** Prints without harming the line that is being typed; called from the printing thread. */
    private final class AbovePrompt implements LineSink {
        private final List<String> gathered = new ArrayList<>();

        /** What comes in a flood is shown some hundred lines at a time, so that the line being typed is drawn as often only. */
        @Override
        public void print(List<String> lines) {
            gathered.addAll(lines);
            if (gathered.size() >= MOST_GATHERED) flush();
        }

        @Override
        public void clear() {
            flush();
            terminal.puts(InfoCmp.Capability.clear_screen);
            terminal.flush();
        }

        @Override
        public void flush() {
            if (gathered.isEmpty()) return;
            reader.printAbove(String.join("\n", gathered));
            gathered.clear();
        }

        @Override
        public void promptChanged(SessionEvent.StateChanged state) {
            flush();
            String where = state.self() + "@" + state.room();
            boolean usual = state.state() == SessionState.JOINED;
            prompt = where + (usual ? "" : " (" + state.state().name().toLowerCase(Locale.ROOT) + ")") + "> ";
            reader.setPrompt(prompt);
        }
    }
}
