package dev.parley.console.log;

import dev.parley.console.api.CommandException;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import dev.parley.group.ProtocolNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** The loggers by the names that people know them by, and the levels set in this run. Any thread. */
public final class Loggers {
    static final String ROOT = "root";
    private static final String PARLEY = "dev.parley";
    private static final List<String> PARTS =
            List.of("app", "bootstrap", "chat", "console", "desktop", "group", "lab", "terminal");
    private final Map<String, Level> set = new TreeMap<>();
    private final Level rootAtStart = LogManager.getRootLogger().getLevel();
    private Optional<ProtocolNames> protocols = Optional.empty();

    /** What was set in this run, by the loggers' whole names. */
    synchronized Map<String, Level> set() {
        return new TreeMap<>(set);
    }

    /** The level that holds for a logger. */
    Level level(String logger) {
        return LogManager.getLogger(logger).getLevel();
    }

    /** Sets it; without a level it is again what it is for those above it. */
    synchronized void set(String logger, Optional<Level> level) {
        if (logger.isEmpty()) Configurator.setRootLevel(level.orElse(rootAtStart));
        else Configurator.setLevel(logger, level.orElse(null));
        level.ifPresentOrElse(known -> set.put(logger, known), () -> set.remove(logger));
    }

    /** The whole name for what somebody typed: a part of Parley, a protocol, or a name with dots as it is. */
    String named(String typed) throws CommandException {
        if (typed.equals(ROOT)) return "";
        if (typed.equals("parley")) return PARLEY;
        if (typed.equals("jgroups")) return ProtocolNames.family();
        if (PARTS.contains(typed)) return PARLEY + "." + typed;
        Optional<String> protocol = protocols().className(typed.toUpperCase(Locale.ROOT));
        if (protocol.isPresent()) return protocol.get();
        if (typed.matches("[\\w$]+(\\.[\\w$]+)+")) return typed;
        throw new CommandException(
                "There is no logger '%s'%s".formatted(HarmlessText.shortened(typed, 80), question(typed)));
    }

    private String question(String typed) {
        String question =
                NearestNames.question(typed, names().map(Suggestion::value).toList());
        return question.isEmpty()
                ? "; name a protocol such as GMS, a part of Parley such as chat, jgroups, or a whole name with dots."
                : question;
    }

    /** All short names. */
    Stream<Suggestion> names() {
        List<Suggestion> names = new ArrayList<>();
        names.add(new Suggestion(ROOT, "everything"));
        names.add(new Suggestion("parley", "all of Parley"));
        names.add(new Suggestion("jgroups", "all of JGroups"));
        PARTS.forEach(part -> names.add(new Suggestion(part, "a part of Parley")));
        protocols().all().forEach(protocol -> names.add(new Suggestion(protocol, "a protocol")));
        return names.stream();
    }

    private synchronized ProtocolNames protocols() {
        if (protocols.isEmpty()) protocols = Optional.of(new ProtocolNames());
        return protocols.get();
    }
}
