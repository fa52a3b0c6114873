package dev.parley.console.stack;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows statistics of the running stack, once or again and again. */
public final class StatsCommand implements Command {
    private static final String WATCH = "--watch";
    private static final int TIMES = 60;
    private static final int MOST_TIMES = 86_400;

    private final Duration pace;
    private final Consumer<Reply> interim;
    private final Runnable clear;

    /**
     * @param pace between two refreshes
     * @param interim shows what comes before the last refresh
     * @param clear empties the screen, where there is one
     */
    public StatsCommand(Duration pace, Consumer<Reply> interim, Runnable clear) {
        this.pace = pace;
        this.interim = interim;
        this.clear = clear;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "stats",
                        CommandGroup.STACK,
                        "counters, rates since last asked, round trips, and what is sent again or blocked")
                .taking(
                        Parameter.optional("protocol").suggesting(StackSuggestions.PROTOCOLS),
                        Parameter.optional("times"),
                        Parameter.flag(WATCH))
                .saying(
                        "With a protocol, all numbers that it keeps. Round trips are those of all pings in this stay, and of a few made",
                        "for it. --watch refreshes every second, %d times or as often as is said, until it is stopped (Ctrl-C)."
                                .formatted(TIMES),
                        "Programs (--json) get an object of type interim for each refresh but the last.")
                .example("stats pbcast.NAKACK2 5 --watch");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        Optional<String> first = invocation.arguments().optional("protocol");
        boolean onlyTimes = first.filter(word -> word.matches("\\d+")).isPresent();
        Optional<String> protocol = onlyTimes ? Optional.empty() : first;
        int times = onlyTimes
                ? invocation.arguments().checked("times", first.get(), 1, MOST_TIMES)
                : invocation.arguments().number("times", TIMES, 1, MOST_TIMES);
        boolean counted = onlyTimes || invocation.arguments().optional("times").isPresent();
        boolean watching = invocation.arguments().has(WATCH);
        if (counted && !watching)
            throw new CommandException("How many times goes with %s: write 'stats %s %s'."
                    .formatted(WATCH, String.join(" ", words(protocol, times)), WATCH));
        if (!watching) return reply(invocation.session(), protocol);
        return watch(invocation.session(), protocol, times);
    }

    private static List<String> words(Optional<String> protocol, int times) {
        return protocol.isPresent() ? List.of(protocol.get(), "" + times) : List.of("" + times);
    }

    /** Stopping it is how it usually ends, and no failure: the last refresh stays. */
    private Reply watch(Session session, Optional<String> protocol, int times) throws SessionException {
        Reply reply = reply(session, protocol);
        for (int refresh = 1; refresh < times; refresh++) {
            interim.accept(reply);
            try {
                Thread.sleep(pace.toMillis());
            } catch (InterruptedException e) {
                break;
            }
            reply = reply(session, protocol);
        }
        clear.run();
        return reply;
    }

    private static Reply reply(Session session, Optional<String> protocol) throws SessionException {
        if (protocol.isEmpty()) return StatisticsText.reply(session.stats().all(), true);
        AttributeName name = AttributeName.of(session, protocol.get());
        return StatisticsText.reply(session.stats().of(name.protocol()), false);
    }
}
