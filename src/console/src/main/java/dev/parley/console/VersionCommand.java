package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Says which Parley this is. */
final class VersionCommand implements Command {
    private final String version;

    VersionCommand(String version) {
        this.version = version;
    }

    @Override
    public Manual manual() {
        return Manual.of("version", CommandGroup.CONSOLE, "which Parley this is, on which Java");
    }

    @Override
    public Reply run(Invocation invocation) {
        String java = System.getProperty("java.version");
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return Reply.line(
                "Parley %s, Java %s, %s".formatted(version, java, system),
                Reply.row("version", version, "java", java, "system", system));
    }
}
