package dev.parley.lab;

import java.util.List;
import java.util.Optional;

/**
 * What one process of a peer wrote. Immutable.
 *
 * @param printed its messages, in the order in which it wrote them
 * @param accepted the lines that it was given and ran with success, in their order
 * @param unanswered the lines that it was given and has not answered
 * @param unreadable what on its standard output the contract does not know, except a last line cut off by its death
 * @param died whether it ended without leaving its room
 * @param views how many views it wrote
 */
public record RunAccount(
        List<Heard> printed,
        List<String> accepted,
        List<String> unanswered,
        List<String> unreadable,
        boolean died,
        int views) {
    public RunAccount {
        printed = List.copyOf(printed);
        accepted = List.copyOf(accepted);
        unanswered = List.copyOf(unanswered);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * One message as it was written.
     *
     * @param self whether the peer said it itself, in this run or an earlier one
     * @param late whether it had been missed and was fetched
     */
    public record Heard(Said said, boolean self, boolean late) {}

    /** What this process itself said to everybody, in the order in which it wrote it. */
    List<Said> own() {
        Optional<MessageId.AuthorRun> key = key();
        if (key.isEmpty()) return List.of();
        return printed.stream()
                .filter(heard -> heard.self() && !heard.late())
                .map(Heard::said)
                .filter(said -> said.id().run().equals(key.get()) && !said.id().direct())
                .toList();
    }

    /** Whose run it is; unknown as long as it has said nothing. */
    Optional<MessageId.AuthorRun> key() {
        return printed.stream()
                .filter(heard -> heard.self() && !heard.late())
                .map(heard -> heard.said().id().run())
                .findFirst();
    }

    /** What it was told to say to everybody and said. */
    List<String> acceptedTexts() {
        return texts(accepted);
    }

    /** What it was told to say to everybody and may have said. */
    List<String> unansweredTexts() {
        return texts(unanswered);
    }

    private static List<String> texts(List<String> commands) {
        return commands.stream().flatMap(command -> text(command).stream()).toList();
    }

    private static Optional<String> text(String command) {
        String line = command.stripLeading();
        return List.of("msg ", "me ").stream()
                .filter(line::startsWith)
                .map(verb -> line.substring(verb.length()))
                .findFirst();
    }
}
