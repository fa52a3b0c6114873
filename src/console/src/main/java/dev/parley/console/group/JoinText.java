package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.JoinReport;
import dev.parley.chat.Tried;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a join went, as people and programs read it. */
public final class JoinText {
    private JoinText() {}

    /** Who could be contacted, how the others answered, and who is known now. */
    public static Reply reply(JoinReport report) {
        int others = report.members().size() - 1;
        List<String> lines = new ArrayList<>();
        lines.add(contacts(report));
        for (Tried one : report.search().notReached()) lines.add(HarmlessText.line(one.who() + " " + one.result()));
        lines.add(
                others < 1
                        ? "Nobody else is here yet"
                        : "%d members: %s".formatted(others + 1, String.join(", ", report.members())));
        return new Reply(
                lines,
                List.of(Reply.row(
                        "tried", texts(report.tried()),
                        "contacted", texts(report.contacted()),
                        "members", report.members(),
                        "answers",
                                report.search().tried().stream()
                                        .map(JoinText::row)
                                        .toList())));
    }

    /** How somebody answered. */
    public static Map<String, Object> row(Tried one) {
        return Reply.row(
                "name", one.name(),
                "address", Addresses.text(one.contact().address()),
                "answer", one.contact().answer().name().toLowerCase(Locale.ROOT),
                "detail", one.contact().detail());
    }

    private static String contacts(JoinReport report) {
        if (report.tried().isEmpty()) return "Contacted nobody, because nobody was listed";
        String contacted = report.contacted().isEmpty() ? "" : ": " + String.join(", ", texts(report.contacted()));
        return "Contacted %d of %d%s"
                .formatted(report.contacted().size(), report.tried().size(), contacted);
    }

    private static List<String> texts(List<InetSocketAddress> addresses) {
        return addresses.stream().map(Addresses::text).toList();
    }
}
