package dev.parley.desktop.input;

import dev.parley.chat.Roster;
import dev.parley.desktop.completion.Choice;
import dev.parley.desktop.completion.CompletionSource;
import dev.parley.desktop.completion.Proposal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Completes what people type into the message input: a command behind a slash as the console does, else the members' names,
 * with or without an at sign. Asked on a thread of its own.
 */
public final class ChatSource implements CompletionSource {
    private final CompletionSource commands;
    private final Supplier<Roster> roster;

    public ChatSource(CompletionSource commands, Supplier<Roster> roster) {
        this.commands = commands;
        this.roster = roster;
    }

    /** Whether a text up to the cursor offers its completion by itself. */
    public static boolean opensItself(String before) {
        if (isCommand(before)) return before.indexOf('\n') < 0;
        return before.startsWith("@", wordStart(before));
    }

    /** Whether this is a command and not a text; two slashes say a text that begins with one. */
    static boolean isCommand(String text) {
        return text.startsWith("/") && !text.startsWith("//");
    }

    @Override
    public Proposal propose(String text, int cursor) {
        if (isCommand(text) && cursor > 0) return behindSlash(commands.propose(text.substring(1), cursor - 1));
        String before = text.substring(0, cursor);
        int start = wordStart(before);
        String typed = before.substring(start);
        if (typed.isEmpty()) return Proposal.nothingAt(cursor);
        String sign = typed.startsWith("@") ? "@" : "";
        List<Choice> choices = roster.get().entries().stream()
                .filter(entry -> !entry.self())
                .sorted(Comparator.comparing(Roster.Entry::shownName))
                .map(entry -> choice(sign, entry))
                .toList();
        return new Proposal(start, cursor, "", choices, Optional.empty()).narrowedTo(typed);
    }

    private static Choice choice(String sign, Roster.Entry entry) {
        String word = sign + entry.shownName();
        String description = entry.coordinator() ? "coordinator" : entry.inChat() ? "" : "not in the chat";
        return new Choice(word, word, description, "member", true);
    }

    private static Proposal behindSlash(Proposal found) {
        return new Proposal(found.start() + 1, found.end() + 1, found.typed(), found.choices(), found.signature());
    }

    private static int wordStart(String before) {
        int start = before.length();
        while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) start--;
        return start;
    }
}
