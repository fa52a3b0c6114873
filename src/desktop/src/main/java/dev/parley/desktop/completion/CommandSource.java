package dev.parley.desktop.completion;

import dev.parley.console.CommandCatalog;
import dev.parley.console.Completion;
import dev.parley.console.api.Command;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Suggestions;
import dev.parley.console.command.Words;
import dev.parley.console.command.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The console's candidates, with the command's signature and what kind of word each of them is. Any thread. */
public final class CommandSource implements CompletionSource {
    /** How a console completes a line. */
    @FunctionalInterface
    public interface LineCompletion {
        Completion complete(String line, int cursor);
    }

    private final LineCompletion completion;
    private final CommandCatalog catalog;

    public CommandSource(LineCompletion completion, CommandCatalog catalog) {
        this.completion = completion;
        this.catalog = catalog;
    }

    @Override
    public Proposal propose(String text, int cursor) {
        int end = Math.max(0, Math.min(cursor, text.length()));
        Completion found = completion.complete(text, end);
        Optional<Place> place = placeAt(text.substring(0, end));
        List<Choice> choices = found.candidates().stream()
                .map(candidate -> choice(candidate, place))
                .toList();
        return new Proposal(found.start(), found.end(), found.typed(), choices, place.map(at -> signature(text, at)));
    }

    /**
     * Where the cursor stands in a command.
     *
     * @param current the argument there, none behind the last one
     */
    private record Place(Manual manual, Optional<Parameter> current) {}

    private Optional<Place> placeAt(String before) {
        if (Words.isBlankOrComment(before)) return Optional.empty();
        List<Word> words = Words.of(before).list();
        boolean inWord = words.get(words.size() - 1).end() == before.length();
        int index = inWord ? words.size() - 1 : words.size();
        String typed = inWord ? words.get(index).text() : "";
        String first = words.get(0).text();
        if (index > 1) {
            Optional<Command> twoWords =
                    catalog.named(first + " " + words.get(1).text());
            if (twoWords.isPresent()) return Optional.of(place(twoWords.get().manual(), words, 2, index, typed));
        }
        if (index == 0) return Optional.empty();
        return catalog.named(first).map(command -> place(command.manual(), words, 1, index, typed));
    }

    private static Place place(Manual manual, List<Word> words, int nameWords, int index, String typed) {
        if (typed.startsWith("-")) {
            Optional<Parameter> flag = manual.flags().stream()
                    .filter(one -> one.label().startsWith(typed))
                    .findFirst();
            if (flag.isPresent()) return new Place(manual, flag);
        }
        long flagsBefore = words.subList(nameWords, Math.min(index, words.size())).stream()
                .filter(word ->
                        manual.flags().stream().anyMatch(flag -> flag.label().equals(word.text())))
                .count();
        return new Place(manual, parameterAt(manual, index - nameWords - (int) flagsBefore));
    }

    private static Optional<Parameter> parameterAt(Manual manual, int place) {
        List<Parameter> words = manual.words();
        if (place < words.size()) return Optional.of(words.get(place));
        if (manual.text().isPresent()) return manual.text();
        return words.stream()
                .skip(Math.max(0, words.size() - 1))
                .filter(last -> last.isRepeated() || (last.kind() == Parameter.Kind.PAIR && place == words.size()))
                .findFirst();
    }

    private static Signature signature(String text, Place place) {
        List<Signature.Part> parts = new ArrayList<>();
        parts.add(new Signature.Part(place.manual().name(), false));
        for (Parameter parameter : place.manual().parameters())
            parts.add(new Signature.Part(
                    parameter.usage(), place.current().filter(parameter::equals).isPresent() && !text.isEmpty()));
        return new Signature(parts, sentence(place.manual().summary()));
    }

    private static String sentence(String summary) {
        if (summary.isEmpty()) return "";
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }

    private static Choice choice(Completion.Candidate candidate, Optional<Place> place) {
        String kind = kind(candidate, place);
        String description = candidate.description().equals(kind) ? "" : candidate.description();
        return new Choice(candidate.value(), candidate.insertion(), description, kind, candidate.finished());
    }

    private static String kind(Completion.Candidate candidate, Optional<Place> place) {
        if (place.isEmpty()) return "command";
        if (candidate.value().startsWith("-")) return "flag";
        Optional<Parameter> current = place.get().current();
        if (current.isEmpty()) return "word";
        Suggestions suggestions = current.get().suggestions();
        if (suggestions == Suggestions.OTHER_MEMBERS) return "member";
        if (suggestions instanceof FileSuggestions) return candidate.finished() ? "file" : "folder";
        return "word";
    }
}
