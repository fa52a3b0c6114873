package dev.parley.console.fault;

import dev.parley.chat.FaultDesk;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.faults.Effect;
import dev.parley.group.faults.Fault.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one kind of fault at this peer. */
public final class EffectCommand implements Command {
    private static final String EVERYBODY = "all";
    private static final Suggestions MEMBERS = (session, typed) -> Stream.concat(
            Stream.of(new Suggestions.Suggestion(EVERYBODY, "each member's way for itself")),
            Suggestions.OTHER_MEMBERS.offer(session, typed));

    private final Manual manual;
    private final Reading reading;

    /** Reads the first argument. */
    @FunctionalInterface
    private interface Reading {
        Effect read(String text) throws CommandException;
    }

    private EffectCommand(
            String name, String amount, List<String> amounts, Reading reading, String summary, String hint) {
        this.reading = reading;
        this.manual = Manual.of("fault " + name, CommandGroup.FAULTS, summary)
                .taking(
                        Parameter.required(amount).suggesting(Suggestions.of(amounts)),
                        Parameter.optional("from|to").suggesting(Suggestions.of(List.of("from", "to"))),
                        Parameter.optional("name").suggesting(MEMBERS),
                        Parameter.optional("seed"))
                .saying(
                        hint,
                        "Without from or to it hits what comes in; without a name, or with 'all', that of everybody, each",
                        "member's way for itself. A seed (a number) chooses other messages. It stands in place of an earlier",
                        "fault of this kind on the same way; 'fault heal' ends all.")
                .example("fault " + name + " " + amounts.get(0) + (name.equals("limit") ? "" : " from bob"));
    }

    /** All of them. */
    public static List<Command> all() {
        List<String> rates = List.of("10%", "1%", "5%", "20%", "50%");
        return List.of(
                new EffectCommand(
                        "drop",
                        "rate",
                        rates,
                        text -> new Effect.Drop(FaultText.rate(text)),
                        "lose so many of the messages that come in, of each hundred exactly these",
                        "The protocols ask for lost messages again: see 'showmemberlist'."),
                new EffectCommand(
                        "delay",
                        "time",
                        List.of("50ms", "50ms±20ms", "200ms", "1s"),
                        FaultText::delay,
                        "hold up all messages by a time, which may vary",
                        "The order stays. 'ping' shows what comes of it."),
                new EffectCommand(
                        "dup",
                        "rate",
                        rates,
                        text -> new Effect.Duplicate(FaultText.rate(text)),
                        "let so many of the messages arrive twice",
                        "The protocols know what they have had already."),
                new EffectCommand(
                        "reorder",
                        "rate",
                        rates,
                        text -> new Effect.Reorder(FaultText.rate(text)),
                        "hold up so many of the messages, so that others overtake them",
                        "They wait 20 ms; the protocols put them in their order again."),
                new EffectCommand(
                        "corrupt",
                        "rate",
                        rates,
                        text -> new Effect.Corrupt(FaultText.rate(text)),
                        "damage so many of the messages: a checksum finds it, so they are lost",
                        "As 'fault drop', and counted apart."),
                new EffectCommand(
                        "limit",
                        "bytes",
                        List.of("100KB", "10KB", "1MB", "10MB"),
                        FaultText::limit,
                        "let no more bytes a second through than these",
                        "One message goes behind the other; what would wait longer than 1 s is lost."));
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        Arguments arguments = invocation.arguments();
        List<String> words = words(arguments);
        Effect effect = reading.read(words.get(0));
        Direction direction = words.size() > 1 ? direction(arguments, words.get(1)) : Direction.IN;
        Optional<String> member = words.stream().skip(2).findFirst().filter(name -> !name.equals(EVERYBODY));
        long seed = words.size() > 3 ? arguments.checked("seed", words.get(3), 0, 999_999_999) : 0;
        FaultDesk.Made made = invocation.session().faults().make(effect, direction, member, seed);
        return Reply.line(HarmlessText.line(made.sentence()), FaultListCommand.row(made.fault()));
    }

    /** All words, {@code 10 %} as one. */
    private List<String> words(Arguments arguments) {
        List<String> words = new ArrayList<>();
        for (Parameter parameter : manual.parameters()) words.addAll(arguments.all(parameter.label()));
        if (words.size() > 1 && words.get(1).equals("%")) words.set(0, words.get(0) + words.remove(1));
        return words;
    }

    private static Direction direction(Arguments arguments, String word) throws CommandException {
        return switch (word) {
            case "from" -> Direction.IN;
            case "to" -> Direction.OUT;
            default -> throw arguments.refusal("from|to", word, "from or to");
        };
    }
}
