package dev.parley.console.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command's page: everything that help, completion and error messages know of it.
 *
 * @param name one word, or two when several commands share the first
 * @param summary what it does, one line without a full stop
 * @param details further lines of the page, may be empty
 * @param example one line that works
 * @param verbatim whether variables in its arguments stay as typed
 */
public record Manual(
        String name,
        CommandGroup group,
        String summary,
        List<String> details,
        List<Parameter> parameters,
        String example,
        boolean verbatim) {
    public Manual {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(summary, "summary");
        details = List.copyOf(details);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(example, "example");
    }

    /** A page without arguments, whose example is the bare name. */
    public static Manual of(String name, CommandGroup group, String summary) {
        return new Manual(name, group, summary, List.of(), List.of(), name, false);
    }

    public Manual taking(Parameter... taken) {
        return new Manual(name, group, summary, details, List.of(taken), example, verbatim);
    }

    public Manual saying(String... lines) {
        return new Manual(name, group, summary, List.of(lines), parameters, example, verbatim);
    }

    public Manual example(String line) {
        return new Manual(name, group, summary, details, parameters, line, verbatim);
    }

    /** The same for a command that wants variables by their names. */
    public Manual takingVariablesAsTyped() {
        return new Manual(name, group, summary, details, parameters, example, true);
    }

    /** How to type it, for example {@code tell name text}. */
    public String usage() {
        if (parameters.isEmpty()) return name;
        return name + parameters.stream().map(Parameter::usage).collect(Collectors.joining(" ", " ", ""));
    }

    /** The parameter that takes the rest of the line, if it has one. */
    public Optional<Parameter> text() {
        for (Parameter parameter : parameters) if (parameter.isText()) return Optional.of(parameter);
        return Optional.empty();
    }

    /** The parameters that are words by their place. */
    public List<Parameter> words() {
        List<Parameter> words = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) if (!parameter.isFlag() && !parameter.isText()) words.add(parameter);
        return Collections.unmodifiableList(words);
    }

    public List<Parameter> flags() {
        return parameters.stream().filter(Parameter::isFlag).toList();
    }
}
