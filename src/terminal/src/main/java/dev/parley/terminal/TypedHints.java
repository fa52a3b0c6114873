package dev.parley.terminal;

import dev.parley.console.Console;
import dev.parley.console.settings.StandardSettings;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Has JLine show what comes next behind the line that is being typed; JLine asks whenever it draws the line. */
final class TypedHints implements Highlighter {
    /** Longer lines are texts, which need no hint. */
    private static final int LONGEST_LINE = 500;

    private final Console console;

    TypedHints(Console console) {
        this.console = console;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        reader.setTailTip(hint(buffer));
        return new AttributedString(buffer);
    }

    private String hint(String buffer) {
        if (buffer.length() > LONGEST_LINE || buffer.indexOf('\n') >= 0) return "";
        return console.settings().isOn(StandardSettings.HINTS) ? console.hint(TypedLine.command(buffer)) : "";
    }

    @Override
    public void setErrorPattern(Pattern pattern) {
        // errors are told by results
    }

    @Override
    public void setErrorIndex(int index) {
        // errors are told by results
    }
}
