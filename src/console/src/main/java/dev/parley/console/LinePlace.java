package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.command.Words;
import dev.parley.console.command.Words.Word;
import java.util.List;
import java.util.Optional;

/**
 * Where the cursor stands behind the name of a command.
 *
 * @param before the words between the name and the one at the cursor, without their quotes and without flags
 * @param current the argument at the cursor, none behind the last one
 */
public record LinePlace(Manual manual, List<String> before, Optional<Parameter> current) {
    public LinePlace {
        before = List.copyOf(before);
    }

    /** The place at the end of this text, if that is behind the name of a command. */
    public static Optional<LinePlace> at(String text, CommandCatalog catalog) {
        if (Words.isBlankOrComment(text)) return Optional.empty();
        List<Word> words = Words.of(text).list();
        boolean inWord = words.get(words.size() - 1).end() == text.length();
        int index = inWord ? words.size() - 1 : words.size();
        if (index == 0) return Optional.empty();
        String typed = inWord ? words.get(index).text() : "";
        String first = words.get(0).text();
        if (index > 1) {
            Optional<Command> twoWords =
                    catalog.named(first + " " + words.get(1).text());
            if (twoWords.isPresent()) return Optional.of(of(twoWords.get().manual(), words.subList(2, index), typed));
        }
        return catalog.named(first).map(command -> of(command.manual(), words.subList(1, index), typed));
    }

    private static LinePlace of(Manual manual, List<Word> wordsBefore, String typed) {
        List<String> before = wordsBefore.stream()
                .map(Word::text)
                .filter(word ->
                        manual.flags().stream().noneMatch(flag -> flag.label().equals(word)))
                .toList();
        return new LinePlace(manual, before, parameter(manual, before.size(), typed));
    }

    private static Optional<Parameter> parameter(Manual manual, int place, String typed) {
        if (typed.startsWith("-")) {
            Optional<Parameter> flag = manual.flags().stream()
                    .filter(one -> one.label().startsWith(typed))
                    .findFirst();
            if (flag.isPresent()) return flag;
        }
        List<Parameter> words = manual.words();
        if (place < words.size()) return Optional.of(words.get(place));
        if (manual.text().isPresent()) return manual.text();
        return words.stream()
                .skip(Math.max(0, words.size() - 1))
                .filter(last -> last.isRepeated() || (last.kind() == Parameter.Kind.PAIR && place == words.size()))
                .findFirst();
    }
}
