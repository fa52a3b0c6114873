package dev.parley.terminal;

import dev.parley.console.Completion;
import dev.parley.console.command.Words;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** The word at the cursor as JLine wants it, with what could stand in its place. */
record TypedWord(String line, int cursor, Completion completion) implements CompletingParsedLine {
    /** A beginning that several candidates share keeps its quote open, so that typing goes on inside it. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        String quoted = Words.quoted(candidate.toString());
        boolean closed = complete || quoted.contentEquals(candidate);
        return closed ? quoted : quoted.substring(0, quoted.length() - 1);
    }

    @Override
    public int rawWordCursor() {
        return cursor - completion.start();
    }

    @Override
    public int rawWordLength() {
        return completion.end() - completion.start();
    }

    @Override
    public String word() {
        return completion.typed();
    }

    @Override
    public int wordCursor() {
        return completion.typed().length();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }
}
