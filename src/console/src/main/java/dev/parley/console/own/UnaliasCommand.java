package dev.parley.console.own;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.NearestNames;
import java.io.IOException;

/** Takes a short name away. */
public final class UnaliasCommand implements Command {
    private final Aliases aliases;

    public UnaliasCommand(Aliases aliases) {
        this.aliases = aliases;
    }

    @Override
    public Manual manual() {
        return Manual.of("unalias", CommandGroup.OWN, "take a short name away")
                .taking(Parameter.required("name").suggesting(AliasCommand.names(aliases)))
                .example("unalias hi");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        String name = invocation.arguments().required("name");
        if (!aliases.all().containsKey(name)) {
            String question = NearestNames.question(name, aliases.all().keySet());
            throw new CommandException("There is no alias '%s'%s"
                    .formatted(
                            HarmlessText.shortened(name, 80), question.isEmpty() ? "; 'alias' lists all." : question));
        }
        try {
            aliases.remove(name);
            return Reply.NOTHING;
        } catch (IOException e) {
            throw new CommandException(
                    "%s is gone until Parley ends only, because that cannot be kept; check the permissions of the data directory."
                            .formatted(name),
                    e);
        }
    }
}
