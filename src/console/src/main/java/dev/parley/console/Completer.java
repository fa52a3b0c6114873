package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.command.Words;
import dev.parley.console.command.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what could stand at the cursor, from the catalogue and from what each parameter suggests. Any thread. */
final class Completer {
    private static final int MOST = 1_000;
    private final CommandCatalog catalog;
    private final Session session;

    Completer(CommandCatalog catalog, Session session) {
        this.catalog = catalog;
        this.session = session;
    }

    Completion complete(String line, int cursor) {
        int end = Math.max(0, Math.min(cursor, line.length()));
        String before = line.substring(0, end);
        if (before.stripLeading().startsWith("#")) return new Completion(end, end, "", List.of());
        List<Word> words = Words.of(before).list();
        boolean inWord = !words.isEmpty() && words.get(words.size() - 1).end() == end;
        int index = inWord ? words.size() - 1 : words.size();
        Word word = inWord ? words.get(index) : new Word("", end, end);
        List<Completion.Candidate> candidates = candidates(words, index, word.text())
                .filter(suggestion -> begins(suggestion.value(), word.text()))
                .distinct()
                .sorted(Comparator.comparing(Suggestion::value))
                .limit(MOST)
                .map(Completer::candidate)
                .toList();
        return new Completion(word.start(), end, word.text(), candidates);
    }

    private Stream<Suggestion> candidates(List<Word> words, int index, String typed) {
        if (index == 0) return catalog.firstWords().stream().map(this::describedFirstWord);
        String first = words.get(0).text();
        if (index > 1) {
            Optional<Command> twoWords =
                    catalog.named(first + " " + words.get(1).text());
            if (twoWords.isPresent()) return arguments(twoWords.get().manual(), words, 2, index, typed);
        }
        Optional<Command> oneWord = catalog.named(first);
        if (oneWord.isPresent()) return arguments(oneWord.get().manual(), words, 1, index, typed);
        if (index > 1) return Stream.empty();
        return catalog.beginningWith(first).stream()
                .map(Command::manual)
                .map(manual -> new Suggestion(manual.name().substring(first.length() + 1), manual.summary()));
    }

    private Stream<Suggestion> arguments(Manual manual, List<Word> words, int nameWords, int index, String typed) {
        List<Suggestion> offered = new ArrayList<>();
        long flagsBefore = words.subList(nameWords, Math.min(index, words.size())).stream()
                .filter(word ->
                        manual.flags().stream().anyMatch(flag -> flag.label().equals(word.text())))
                .count();
        int place = index - nameWords - (int) flagsBefore;
        List<String> before =
                words.subList(nameWords, index).stream().map(Word::text).toList();
        parameterAt(manual, place)
                .ifPresent(parameter -> parameter
                        .suggestions()
                        .offerAfter(before, session, typed)
                        .forEach(offered::add));
        if (typed.startsWith("-"))
            manual.flags()
                    .forEach(flag -> flag.suggestions().offer(session, typed).forEach(offered::add));
        return offered.stream();
    }

    private static Optional<Parameter> parameterAt(Manual manual, int place) {
        List<Parameter> places = manual.words();
        if (place < places.size()) return Optional.of(places.get(place));
        Optional<Parameter> last = places.isEmpty() ? Optional.empty() : Optional.of(places.get(places.size() - 1));
        boolean secondOfPair = place == places.size()
                && last.filter(parameter -> parameter.kind() == Parameter.Kind.PAIR)
                        .isPresent();
        return secondOfPair ? last : last.filter(Parameter::isRepeated).or(manual::text);
    }

    private Suggestion describedFirstWord(String word) {
        List<Command> commands = catalog.beginningWith(word);
        if (commands.size() == 1)
            return new Suggestion(word, commands.get(0).manual().summary());
        List<String> seconds = commands.stream()
                .map(command -> command.manual().name())
                .map(name -> name.substring(Math.min(name.length(), word.length() + 1)))
                .toList();
        return new Suggestion(word, String.join(", ", seconds));
    }

    private static boolean begins(String value, String typed) {
        return value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    private static Completion.Candidate candidate(Suggestion suggestion) {
        String value = suggestion.value();
        return new Completion.Candidate(value, suggestion.description(), !value.endsWith("/"));
    }
}
