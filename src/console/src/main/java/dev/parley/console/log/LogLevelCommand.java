package dev.parley.console.log;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.Level;

/** Says how much a logger logs, or lets it log more or less. */
public final class LogLevelCommand implements Command {
    private static final String USUAL = "usual";
    private static final List<String> LEVELS = List.of("off", "error", "warn", "info", "debug", "trace", USUAL);
    private final Loggers loggers;

    public LogLevelCommand(Loggers loggers) {
        this.loggers = loggers;
    }

    @Override
    public Manual manual() {
        return Manual.of("log level", CommandGroup.CONSOLE, "let a logger log more or less until Parley ends")
                .taking(
                        Parameter.optional("logger").suggesting((session, typed) -> loggers.names()),
                        Parameter.optional("level").suggesting(Suggestions.of(LEVELS)))
                .saying(
                        "A logger is a JGroups protocol such as GMS, a part of Parley such as chat, jgroups, parley, root,",
                        "or a whole name. Levels: off, error, warn, info, debug, trace, or usual for what it was.")
                .example("log level GMS trace");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        Optional<String> typed = invocation.arguments().optional("logger");
        if (typed.isEmpty()) return all();
        String logger = loggers.named(typed.get());
        Optional<String> level = invocation.arguments().optional("level");
        if (level.isPresent()) {
            String word = level.get().toLowerCase(Locale.ROOT);
            if (!LEVELS.contains(word))
                throw invocation.arguments().refusal("level", level.get(), "one of " + String.join(", ", LEVELS));
            loggers.set(logger, word.equals(USUAL) ? Optional.empty() : Optional.of(Level.valueOf(word)));
        }
        return Reply.line("%s logs %s".formatted(shown(logger), word(logger)), row(logger));
    }

    private Reply all() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row(""));
        loggers.set().keySet().stream().filter(name -> !name.isEmpty()).forEach(name -> rows.add(row(name)));
        return Reply.table(rows, "");
    }

    private Map<String, Object> row(String logger) {
        return Reply.row("logger", shown(logger), "level", word(logger));
    }

    private String word(String logger) {
        return loggers.level(logger).name().toLowerCase(Locale.ROOT);
    }

    private static String shown(String logger) {
        return logger.isEmpty() ? Loggers.ROOT : logger;
    }
}
