package dev.parley.example;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import java.util.List;
import java.util.random.RandomGenerator;

/** Rolls a die for all to see. */
public final class DiceCommand implements Command {
    private static final int USUAL_SIDES = 6;
    private static final int MOST_SIDES = 1_000;
    private final RandomGenerator random = RandomGenerator.getDefault();

    @Override
    public Manual manual() {
        return Manual.of("dice", CommandGroup.OWN, "roll a die for all to see")
                .taking(Parameter.optional("sides").suggesting(Suggestions.of(List.of("6", "20", "100"))))
                .saying("Six sides unless said otherwise.")
                .example("dice 20");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        int sides = invocation.arguments().number("sides", USUAL_SIDES, 2, MOST_SIDES);
        int rolled = random.nextInt(sides) + 1;
        invocation.session().chat().act("rolls a %d of %d".formatted(rolled, sides));
        return Reply.line("You rolled " + rolled, Reply.row("rolled", rolled, "sides", sides));
    }
}
