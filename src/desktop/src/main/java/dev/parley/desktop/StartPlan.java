package dev.parley.desktop;

import dev.parley.console.script.ScriptCall;
import dev.parley.desktop.settings.PeerChoice;
import java.util.List;
import java.util.Objects;

/**
 * What a window was started for.
 *
 * @param peer who enters which room, or what is proposed
 * @param ask whether the user is asked first, with {@code peer} filled in
 * @param manual whether the user joins by commands; otherwise the session starts at once
 * @param scripts run once in the group, in this order
 * @param commands run next, each whether or not the one before failed
 */
public record StartPlan(PeerChoice peer, boolean ask, boolean manual, List<ScriptCall> scripts, List<String> commands) {
    public StartPlan {
        Objects.requireNonNull(peer, "peer");
        scripts = List.copyOf(scripts);
        commands = List.copyOf(commands);
    }

    boolean hasWork() {
        return !scripts.isEmpty() || !commands.isEmpty();
    }
}
