package dev.parley.terminal;

import dev.parley.console.Completion;
import dev.parley.console.Console;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Gives JLine the console's completion: as parser it finds the word at the cursor, as completer what could stand there. */
final class TerminalCompletion implements Parser, Completer {
    private final Console console;

    TerminalCompletion(Console console) {
        this.console = console;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && TypedLine.isOpenJava(line))
            throw new EOFError(-1, cursor, "a bracket is open");
        if (context != ParseContext.COMPLETE)
            return new TypedWord(line, cursor, new Completion(cursor, cursor, "", List.of()));
        String command = TypedLine.command(line);
        int dropped = line.length() - command.length();
        Completion found = console.complete(command, Math.max(0, cursor - dropped));
        return new TypedWord(
                line,
                cursor,
                new Completion(found.start() + dropped, found.end() + dropped, found.typed(), found.candidates()));
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof TypedWord word)) return;
        for (Completion.Candidate found : word.completion().candidates()) {
            String description = found.description().isEmpty() ? null : found.description();
            candidates.add(
                    new Candidate(found.value(), found.value(), null, description, null, null, found.finished()));
        }
    }
}
