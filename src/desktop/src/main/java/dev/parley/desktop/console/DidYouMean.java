package dev.parley.desktop.console;

import dev.parley.console.CommandResult;
import dev.parley.console.command.Words;
import dev.parley.console.text.HarmlessText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from an error which names are near the one that was typed, and corrects the line with them. */
final class DidYouMean {
    private static final Pattern QUESTION =
            Pattern.compile("(?<said>.*'(?<wrong>[^']+)'); did you mean (?<names>.+)\\?");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private DidYouMean() {}

    static ConsoleLine.Failure of(CommandResult.Failed failed) {
        String error = HarmlessText.line(failed.error());
        Matcher question = QUESTION.matcher(error);
        if (!question.matches()) return new ConsoleLine.Failure(error, List.of());
        Optional<Words.Word> wrong = Words.of(failed.command()).list().stream()
                .filter(word -> word.text().equals(question.group("wrong")))
                .findFirst();
        if (wrong.isEmpty()) return new ConsoleLine.Failure(error, List.of());
        List<ConsoleLine.Fix> fixes = QUOTED.matcher(question.group("names"))
                .results()
                .map(match -> fix(failed.command(), wrong.get(), match.group(1)))
                .toList();
        return new ConsoleLine.Failure(question.group("said") + ".", fixes);
    }

    private static ConsoleLine.Fix fix(String command, Words.Word wrong, String name) {
        return new ConsoleLine.Fix(name, command.substring(0, wrong.start()) + name + command.substring(wrong.end()));
    }
}
