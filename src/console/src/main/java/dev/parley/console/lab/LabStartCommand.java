package dev.parley.console.lab;

import static java.util.stream.Collectors.joining;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.Plural;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts peers. */
final class LabStartCommand implements Command {
    private static final String STACK = "--stack";
    private static final Suggestions FILES = new FileSuggestions();
    private static final Suggestions STACKS = Suggestions.after((before, session, typed) -> before.contains(STACK)
            ? FILES.offer(session, typed)
            : Stream.of(new Suggestions.Suggestion(STACK, "another stack than yours")));

    private final LabBench bench;

    LabStartCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "lab start", CommandGroup.LAB, "start so many peers on this machine, as processes in your room")
                .taking(Parameter.required("N"), Parameter.pair(STACK, "file").suggesting(STACKS))
                .saying(
                        "They are called p1, p2 and so on, take orders to make faults or to change the stack, and end with",
                        "you, however you end. With --stack they use that stack file, otherwise the one that you use.")
                .example("lab start 3");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        Arguments arguments = invocation.arguments();
        int count = arguments.number("N", 0, 1, LabBench.MOST_PEERS);
        List<String> pair = arguments.all(STACK + " file");
        if (!pair.isEmpty() && (pair.size() < 2 || !pair.get(0).equals(STACK)))
            throw arguments.refusal(STACK, String.join(" ", pair), STACK + " and a file");
        Optional<String> stack = pair.isEmpty() ? Optional.empty() : Optional.of(pair.get(1));
        List<BenchPeer> started = bench.start(count, stack);
        List<Map<String, Object>> rows =
                started.stream().map(LabListCommand::row).toList();
        return new Reply(List.of(sentence(rows)), rows);
    }

    /** Who came up, and who of them sees nobody else. */
    static String sentence(List<Map<String, Object>> rows) {
        String alone = names(rows.stream().filter(row -> row.get("state").equals("alone")));
        String all = names(rows.stream());
        String count = Plural.of(rows.size(), "peer");
        return alone.isEmpty()
                ? "%s joined: %s".formatted(count, all)
                : "%s started: %s; alone so far: %s".formatted(count, all, alone);
    }

    private static String names(Stream<Map<String, Object>> rows) {
        return rows.map(row -> row.get("name").toString()).collect(joining(", "));
    }
}
