package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.Parameter;
import dev.parley.console.command.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What comes next in a line that is being typed. */
final class Hint {
    private static final int MOST_SECOND_WORDS = 8;

    private Hint() {}

    /** The arguments to come, as in a usage line, to stand right behind this text; empty if there are none. */
    static String behind(String text, CommandCatalog catalog) {
        if (Words.isBlankOrComment(text)) return "";
        boolean begun = Character.isWhitespace(text.charAt(text.length() - 1));
        return LinePlace.at(text, catalog)
                .map(place -> arguments(place, begun))
                .orElseGet(() -> begun ? secondWords(text, catalog) : "");
    }

    private static String arguments(LinePlace place, boolean begun) {
        List<Parameter> all = place.manual().parameters();
        int current = place.current().map(all::indexOf).orElse(-1);
        long behind = begun ? current : current + 1L;
        if (current < 0) return "";
        String hint = all.stream()
                .skip(behind)
                .filter(parameter -> !parameter.isFlag())
                .map(Parameter::usage)
                .collect(Collectors.joining(" "));
        return hint.isEmpty() || begun ? hint : " " + hint;
    }

    private static String secondWords(String text, CommandCatalog catalog) {
        List<Words.Word> words = Words.of(text).list();
        if (words.size() != 1) return "";
        String first = words.get(0).text();
        return catalog.beginningWith(first).stream()
                .map(Command::manual)
                .map(manual -> manual.name())
                .filter(name -> name.length() > first.length())
                .map(name -> name.substring(first.length() + 1))
                .limit(MOST_SECOND_WORDS)
                .collect(Collectors.joining("|"));
    }
}
