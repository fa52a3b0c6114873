package example;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** All commands of Parley, and {@code dice}. */
final class DiceConsole {
    private DiceConsole() {}

    static Console open(Session session, Path folder) {
        return new Console(session, ConsoleSettings.in(folder, "1.0"), List.of(new DiceCommand()));
    }

    /** Throws dice and says to everybody what came of it. */
    private static final class DiceCommand implements Command {
        @Override
        public Manual manual() {
            return Manual.of("dice", CommandGroup.CHAT, "throw a dice, for all to see")
                    .taking(Parameter.optional("sides"))
                    .example("dice 20");
        }

        @Override
        public Reply run(Invocation invocation) throws CommandException, SessionException {
            int sides = invocation.arguments().number("sides", 6, 2, 1_000);
            int thrown = 1 + RandomGenerator.getDefault().nextInt(sides);
            invocation.session().chat().act("throws " + thrown);
            return Reply.line("You have thrown " + thrown, Reply.row("thrown", thrown));
        }
    }
}
