package dev.parley.console;

import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.command.Words;
import dev.parley.console.command.Words.Word;
import dev.parley.console.own.AliasedCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Finds what could stand at the cursor, from the catalogue and from what each parameter suggests. Any thread. */
final class Completer {
    private static final Logger LOG = LogManager.getLogger();
    private static final int MOST = 1_000;
    private static final int MOST_ALIASES = 10;
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
        Word word = inWord ? words.get(words.size() - 1) : new Word("", end, end);
        List<Suggestion> all = suggestions(withoutAlias(before), word.text());
        List<Suggestion> fitting = all.stream()
                .filter(suggestion -> begins(suggestion.value(), word.text()))
                .toList();
        if (fitting.isEmpty()) fitting = Fuzzy.matches(word.text(), all);
        return new Completion(
                word.start(),
                end,
                word.text(),
                fitting.stream().limit(MOST).map(Completer::candidate).toList());
    }

    /** What an alias stands for is completed as if it had been typed. */
    private String withoutAlias(String before) {
        String text = before;
        for (int i = 0; i < MOST_ALIASES; i++) {
            List<Word> words = Words.of(text).list();
            if (words.isEmpty() || words.get(0).end() == text.length()) return text;
            Optional<Command> command = catalog.named(words.get(0).text());
            if (command.isEmpty() || !(command.get() instanceof AliasedCommand alias)) return text;
            String rest = text.substring(words.get(0).end() + 1);
            String behind = rest.isBlank() ? "" : rest;
            text = alias.line(behind) + (behind.isEmpty() ? " " : "");
        }
        return text;
    }

    private List<Suggestion> suggestions(String before, String typed) {
        try {
            return offered(before, typed)
                    .distinct()
                    .sorted(Comparator.comparing(Suggestion::value))
                    .toList();
        } catch (RuntimeException e) {
            LOG.warn("completion failed", e);
            return List.of();
        }
    }

    private Stream<Suggestion> offered(String before, String typed) {
        List<Word> words = Words.of(before).list();
        boolean inWord = !words.isEmpty() && words.get(words.size() - 1).end() == before.length();
        int index = inWord ? words.size() - 1 : words.size();
        if (index == 0) return catalog.firstWords().stream().map(this::describedFirstWord);
        Stream<Suggestion> seconds = index == 1 ? seconds(words.get(0).text()) : Stream.empty();
        return Stream.concat(seconds, LinePlace.at(before, catalog).stream().flatMap(place -> arguments(place, typed)));
    }

    private Stream<Suggestion> seconds(String first) {
        return catalog.beginningWith(first).stream()
                .map(Command::manual)
                .filter(manual -> manual.name().length() > first.length())
                .map(manual -> new Suggestion(manual.name().substring(first.length() + 1), manual.summary()));
    }

    private Stream<Suggestion> arguments(LinePlace place, String typed) {
        Stream<Suggestion> here = place.current().stream()
                .filter(parameter -> !parameter.isFlag())
                .flatMap(parameter -> parameter.suggestions().offerAfter(place.before(), session, typed));
        Stream<Suggestion> flags = typed.startsWith("-") ? flags(place.manual(), typed) : Stream.empty();
        return Stream.concat(here, flags);
    }

    private Stream<Suggestion> flags(Manual manual, String typed) {
        return manual.flags().stream().map(Parameter::suggestions).flatMap(flag -> flag.offer(session, typed));
    }

    private Suggestion describedFirstWord(String word) {
        List<Command> commands = catalog.beginningWith(word);
        if (commands.size() == 1)
            return new Suggestion(word, commands.get(0).manual().summary());
        List<String> seconds = commands.stream()
                .map(command -> command.manual().name())
                .map(name -> name.substring(Math.min(name.length(), word.length() + 1)))
                .filter(second -> !second.isEmpty())
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
