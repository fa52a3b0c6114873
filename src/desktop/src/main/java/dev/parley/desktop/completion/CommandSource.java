package dev.parley.desktop.completion;

import dev.parley.console.CommandCatalog;
import dev.parley.console.Completion;
import dev.parley.console.LinePlace;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Suggestions;
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
        Optional<LinePlace> place = LinePlace.at(text.substring(0, end), catalog);
        List<Choice> choices = found.candidates().stream()
                .map(candidate -> choice(candidate, place))
                .toList();
        return new Proposal(found.start(), found.end(), found.typed(), choices, place.map(at -> signature(text, at)));
    }

    private static Signature signature(String text, LinePlace place) {
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

    private static Choice choice(Completion.Candidate candidate, Optional<LinePlace> place) {
        String kind = kind(candidate, place);
        String description = candidate.description().equals(kind) ? "" : candidate.description();
        return new Choice(candidate.value(), candidate.insertion(), description, kind, candidate.finished());
    }

    private static String kind(Completion.Candidate candidate, Optional<LinePlace> place) {
        if (place.isEmpty()) return "command";
        if (candidate.value().startsWith("-")) return "flag";
        Optional<Parameter> current = place.get().current();
        if (current.isEmpty()) return "word";
        Suggestions suggestions = current.get().suggestions();
        if (suggestions == Suggestions.OTHER_MEMBERS || suggestions == Suggestions.MEMBERS) return "member";
        if (suggestions instanceof FileSuggestions) return candidate.finished() ? "file" : "folder";
        return "word";
    }
}
