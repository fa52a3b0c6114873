package dev.parley.terminal;

import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.console.script.ScriptCall;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a run was asked to do.
 *
 * @param scripts run first, in this order
 * @param commands run next, each whether or not the one before failed
 * @param manual whether the user joins by commands; otherwise the session starts at once
 * @param stay whether it goes on after scripts and commands, and after the end of input that is no terminal
 * @param notices what the user should be told at the start
 * @param patience how long scripts, commands and piped input wait for the group before they go on without
 */
public record LaunchPlan(
        List<ScriptCall> scripts,
        List<String> commands,
        boolean manual,
        boolean stay,
        List<NoticeGiven> notices,
        Duration patience) {
    /** How long a run usually waits for the group. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

    public LaunchPlan {
        scripts = List.copyOf(scripts);
        commands = List.copyOf(commands);
        notices = List.copyOf(notices);
        Objects.requireNonNull(patience, "patience");
    }

    /** Whether there is something to run besides what is read. */
    public boolean hasWork() {
        return !scripts.isEmpty() || !commands.isEmpty();
    }

    /** Whether lines are read, and a terminal shows its prompt. */
    public boolean readsInput() {
        return !hasWork() || stay;
    }
}
