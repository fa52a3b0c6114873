package dev.parley.console.own;

import dev.parley.console.api.Command;
import dev.parley.console.script.LineRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All of the user's commands as they are now: of one name the alias goes before the function, and that before the plugin. Any thread. */
public final class OwnCommands implements Supplier<Collection<Command>> {
    private final Aliases aliases;
    private final Functions functions;
    private final Plugins plugins;
    private final LineRunner runner;

    public OwnCommands(Aliases aliases, Functions functions, Plugins plugins, LineRunner runner) {
        this.aliases = aliases;
        this.functions = functions;
        this.plugins = plugins;
        this.runner = runner;
    }

    @Override
    public Collection<Command> get() {
        Map<String, Command> all = new LinkedHashMap<>();
        aliases.all().forEach((name, command) -> all.put(name, new AliasedCommand(name, command, runner)));
        scripted().forEach(all::putIfAbsent);
        return all.values();
    }

    /**
     * What the user should be told at the start, each a sentence.
     *
     * @param taken whether there is a command of the program that begins with this word
     */
    public List<String> problems(Predicate<String> taken) {
        List<String> problems = new ArrayList<>(plugins.problems());
        aliases.problem().ifPresent(problems::add);
        for (String name : scripted().keySet()) {
            String first = name.replaceFirst(" .*", "");
            if (taken.test(first) && !name.equals(PlayCommand.NAME))
                problems.add("Your command '%s' cannot be run, because Parley has one of that name; give it another."
                        .formatted(name));
        }
        return problems;
    }

    /** The command of this name that is no alias. */
    public Optional<Command> scripted(String name) {
        return Optional.ofNullable(scripted().get(name));
    }

    private Map<String, Command> scripted() {
        Map<String, Command> all = new LinkedHashMap<>();
        for (Command function : functions.all()) all.put(function.manual().name(), function);
        for (Command plugin : plugins.all()) all.putIfAbsent(plugin.manual().name(), plugin);
        return all;
    }
}
