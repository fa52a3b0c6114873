package dev.parley.console.own;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A command of a plugin, whose defects are its own: whatever it throws, the console goes on. */
final class PluginCommand implements Command {
    private static final Logger LOG = LogManager.getLogger();
    private final Command command;
    private final Manual manual;
    private final String jar;

    /** @param jar the name of the file that it is from */
    PluginCommand(Command command, Manual manual, String jar) {
        this.command = command;
        this.manual = manual;
        this.jar = jar;
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        try {
            Reply reply = command.run(invocation);
            return reply == null ? Reply.NOTHING : reply;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("plugin {} failed", jar, e);
            throw new CommandException(
                    "The plugin %s failed at this (%s); the log says more, and its author may want to know."
                            .formatted(jar, e.getClass().getSimpleName()),
                    e);
        }
    }
}
