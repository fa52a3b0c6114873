package dev.parley.console.command;

import dev.parley.console.api.Arguments;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.text.HarmlessText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads the words behind a command's name as its manual says, with a fresh picocli parser for just that command. */
public final class ArgumentParser {
    private static final String NO_DELIMITER = "\0";
    private static final int MAX_QUOTED = 60;
    private final Manual manual;
    private final Expansion expansion;

    public ArgumentParser(Manual manual) {
        this(manual, Expansion.NONE);
    }

    /** @param expansion what stands for the arguments as typed */
    public ArgumentParser(Manual manual, Expansion expansion) {
        this.manual = manual;
        this.expansion = expansion;
    }

    /**
     * Reads a line that begins with the command's name.
     *
     * @param nameWords of how many words the name consists
     * @throws CommandException with the usage if words are missing, left over or misplaced
     */
    public Arguments parse(Words words, int nameWords) throws CommandException {
        if (manual.text().isPresent())
            return parseText(words, nameWords, manual.text().get());
        if (words.isUnbalanced())
            throw new CommandException(
                    "A quote is opened and never closed; close it, or put the other kind around it.");
        return parseWords(words.textsFrom(nameWords).stream()
                .flatMap(word -> expansion.word(word).stream())
                .toList());
    }

    private Arguments parseText(Words words, int nameWords, Parameter text) throws CommandException {
        List<Parameter> leading = manual.words();
        Map<String, List<String>> read = new HashMap<>();
        for (int i = 0; i < leading.size(); i++) {
            boolean there = words.has(nameWords + i);
            if (!there && leading.get(i).kind() == Parameter.Kind.OPTIONAL) break;
            if (!there) throw missing(leading.get(i).label());
            String word = words.get(nameWords + i).text();
            read.put(leading.get(i).label(), List.of(String.join(" ", expansion.word(word))));
        }
        String rest = expansion.text(words.restAfter(nameWords + leading.size() - 1));
        if (rest.isBlank() && text.kind() == Parameter.Kind.TEXT) throw missing(text.label());
        return new Arguments(manual, read, Set.of(), rest);
    }

    private Arguments parseWords(List<String> words) throws CommandException {
        CommandLine.ParseResult result;
        try {
            result = parser().parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.MissingParameterException e) {
            throw missing(
                    e.getMissing().isEmpty()
                            ? "something"
                            : e.getMissing().get(0).paramLabel());
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw surplus(e.getUnmatched().get(0));
        } catch (CommandLine.ParameterException e) {
            throw new CommandException(
                    "%s does not understand these arguments; usage: %s".formatted(manual.name(), manual.usage()), e);
        }
        Map<String, List<String>> read = new HashMap<>();
        for (Parameter parameter : manual.words()) {
            List<String> values = result.matchedPositionals().stream()
                    .filter(positional -> positional.paramLabel().equals(parameter.label()))
                    .flatMap(positional -> positional.stringValues().stream())
                    .toList();
            if (!values.isEmpty()) read.put(parameter.label(), values);
        }
        Set<String> flags = new HashSet<>();
        for (Parameter flag : manual.flags()) if (result.hasMatchedOption(flag.label())) flags.add(flag.label());
        return new Arguments(manual, read, flags, "");
    }

    private CommandLine parser() {
        CommandSpec spec = CommandSpec.create().name(manual.name());
        List<Parameter> words = manual.words();
        for (int i = 0; i < words.size(); i++) spec.addPositional(positional(words.get(i), i));
        for (Parameter flag : manual.flags())
            spec.addOption(OptionSpec.builder(flag.label())
                    .type(boolean.class)
                    .arity("0")
                    .build());
        CommandLine parser = new CommandLine(spec)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setOverwrittenOptionsAllowed(true);
        if (manual.flags().isEmpty())
            parser.setUnmatchedOptionsArePositionalParams(true).setEndOfOptionsDelimiter(NO_DELIMITER);
        return parser;
    }

    private static PositionalParamSpec positional(Parameter parameter, int index) {
        PositionalParamSpec.Builder positional = PositionalParamSpec.builder()
                .paramLabel(parameter.label())
                .required(parameter.kind() == Parameter.Kind.REQUIRED || parameter.kind() == Parameter.Kind.SEVERAL);
        return switch (parameter.kind()) {
            case SEVERAL -> many(positional.index(index + "..*").arity("1..*"));
            case REPEATED -> many(positional.index(index + "..*").arity("0..*"));
            case PAIR -> many(positional.index(index + ".." + (index + 1)).arity("0..2"));
            case REQUIRED ->
                positional
                        .index(String.valueOf(index))
                        .arity("1")
                        .type(String.class)
                        .build();
            case OPTIONAL ->
                positional
                        .index(String.valueOf(index))
                        .arity("0..1")
                        .type(String.class)
                        .build();
            case TEXT, OPTIONAL_TEXT, FLAG -> throw new IllegalArgumentException(parameter.toString());
        };
    }

    private static PositionalParamSpec many(PositionalParamSpec.Builder positional) {
        return positional.type(List.class).auxiliaryTypes(String.class).build();
    }

    private CommandException missing(String label) {
        return new CommandException("%s needs %s; usage: %s".formatted(manual.name(), label, manual.usage()));
    }

    private CommandException surplus(String word) {
        return new CommandException("%s has no use for '%s'; usage: %s"
                .formatted(manual.name(), HarmlessText.shortened(word, MAX_QUOTED), manual.usage()));
    }
}
