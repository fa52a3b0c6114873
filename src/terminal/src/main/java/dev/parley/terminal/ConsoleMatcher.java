package dev.parley.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.impl.CompletionMatcherImpl;

/** Takes all that the console offers: what fits is decided there, the same for all faces. */
final class ConsoleMatcher extends CompletionMatcherImpl {
    @Override
    protected void defaultMatchers(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        matchers = new ArrayList<>(List.of(simpleMatcher(value -> true)));
        exact = value -> value.equals(line.word());
    }
}
