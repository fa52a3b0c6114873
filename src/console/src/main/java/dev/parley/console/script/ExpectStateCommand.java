package dev.parley.console.script;

import dev.parley.chat.SessionState;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Demands that this peer is alone, joined or out, and listens until it is so. */
public final class ExpectStateCommand implements Command {
    private static final List<String> STATES =
            Arrays.stream(SessionState.values()).map(ExpectStateCommand::word).toList();
    private final SessionWatch watch;

    public ExpectStateCommand(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    public Manual manual() {
        return Manual.of("expect state", CommandGroup.SCRIPTS, "fail unless this peer is, or soon is, in this state")
                .taking(Parameter.required("which").suggesting(Suggestions.of(STATES)), Parameter.optional("seconds"))
                .saying(
                        "The states are joining, joined (two or more members), alone and left.",
                        "Listens for so many seconds (10) until it is so.")
                .example("expect state joined 30");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        String wanted = invocation.arguments().required("which");
        if (!STATES.contains(wanted))
            throw invocation.arguments().refusal("which", wanted, "one of " + String.join(", ", STATES));
        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(10));
        String found = word(watch.awaitState(state -> word(state).equals(wanted), timeout));
        if (!found.equals(wanted))
            throw new CommandException(
                    "Expected the state %s within %s s, but it is %s.".formatted(wanted, Seconds.text(timeout), found));
        return Reply.line("The state is " + found, Reply.row("state", found));
    }

    private static String word(SessionState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
