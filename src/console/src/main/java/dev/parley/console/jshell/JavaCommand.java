package dev.parley.console.jshell;

import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.util.Optional;

/** Runs Java against the running session. */
public final class JavaCommand implements Command, AutoCloseable {
    private static final String MODULE = "jdk.jshell";
    private final boolean allowed;
    private final boolean available;
    private Optional<JavaShell> shell = Optional.empty();
    private String begun = "";

    /** @param allowed whether the user wants it at all */
    public JavaCommand(boolean allowed) {
        this(allowed, ModuleLayer.boot().findModule(MODULE).isPresent());
    }

    JavaCommand(boolean allowed, boolean available) {
        this.allowed = allowed;
        this.available = available;
    }

    @Override
    public Manual manual() {
        return Manual.of("java", CommandGroup.CONSOLE, "run Java here: session, group and channel are this peer's own")
                .taking(Parameter.optionalText("code"))
                .saying(
                        "An expression, statement, method or class, as in jshell; what is defined stays. Code that is not",
                        "complete goes on with the next 'java' line; 'java' alone gives it up. Off with --no-java.",
                        "channel is the JGroups channel while there is one, and null otherwise.")
                .example("java channel.getView()")
                .takingVariablesAsTyped();
    }

    @Override
    public synchronized Reply run(Invocation invocation) throws CommandException, InterruptedException {
        if (!allowed) throw new CommandException("Java is off in this run; start without --no-java to have it.");
        if (!available)
            throw new CommandException(
                    "The Java runtime that Parley runs on has no jshell (module %s); start it on a JDK 17 or newer for this."
                            .formatted(MODULE));
        String code = invocation.arguments().text();
        if (code.isBlank()) return giveUp();
        String whole = begun.isEmpty() ? code : begun + "\n" + code;
        JavaShell java = shell(invocation.session());
        if (!java.isComplete(whole)) {
            begun = whole;
            return Reply.line("... goes on with the next 'java' line; 'java' alone gives it up");
        }
        begun = "";
        return java.run(whole);
    }

    private Reply giveUp() throws CommandException {
        if (begun.isEmpty()) throw new CommandException("java needs code; usage: " + manual().usage());
        begun = "";
        return Reply.line("Given up");
    }

    private JavaShell shell(Session session) {
        if (shell.isEmpty()) shell = Optional.of(new JavaShell(session));
        return shell.get();
    }

    /** Ends what runs; called from any thread. */
    @Override
    public void close() {
        // Not a method reference, which would need jshell's classes where there are none.
        if (shell.isPresent()) shell.get().close();
    }
}
