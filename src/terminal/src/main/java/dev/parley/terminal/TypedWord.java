package dev.parley.terminal;

import dev.parley.console.Completion;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** The word at the cursor as JLine wants it, with what could stand in its place. */
record TypedWord(String line, int cursor, Completion completion) implements CompletingParsedLine {
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
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
        return line.substring(completion.start(), completion.end());
    }

    @Override
    public int wordCursor() {
        return rawWordCursor();
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
