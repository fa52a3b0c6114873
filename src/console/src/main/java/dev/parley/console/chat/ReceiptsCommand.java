package dev.parley.console.chat;

import dev.parley.chat.ReceiptReport;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows who has received what. */
public final class ReceiptsCommand implements Command {
    private static final int MAX_QUOTED = 60;

    @Override
    public Manual manual() {
        return Manual.of("receipts", CommandGroup.CHAT, "who has received one's last messages")
                .saying("Of each chat member: up to which number it has all, and how many are on their way to it.");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        ReceiptReport report = invocation.session().chat().receipts();
        return new Reply(lines(report), rows(report));
    }

    private static List<String> lines(ReceiptReport report) {
        if (report.members().isEmpty()) return List.of("Nobody else takes part in the chat");
        Columns columns = new Columns("name", "received", "missing", "missing direct");
        for (ReceiptReport.Member member : report.members())
            columns.row(member.shownName(), member.received(), member.missing(), member.missingDirect());
        List<String> lines = new ArrayList<>(columns.lines());
        if (report.messages().isEmpty()) lines.add("You have said nothing to everybody since the start");
        Times local = Times.local(ZoneId.systemDefault());
        for (ReceiptReport.Message message : report.messages())
            lines.add("<%s> %s: %s"
                    .formatted(
                            local.of(message.message().time()),
                            HarmlessText.shortened(message.message().text(), MAX_QUOTED),
                            whoHas(message)));
        return lines;
    }

    private static String whoHas(ReceiptReport.Message message) {
        return message.waitingFor().isEmpty()
                ? "received by all"
                : "waiting for " + HarmlessText.line(String.join(", ", message.waitingFor()));
    }

    private static List<Map<String, Object>> rows(ReceiptReport report) {
        return Stream.concat(
                        report.members().stream().map(ReceiptsCommand::row),
                        report.messages().stream().map(ReceiptsCommand::row))
                .toList();
    }

    private static Map<String, Object> row(ReceiptReport.Member member) {
        return Reply.row(
                "of", "member",
                "name", member.shownName(),
                "received", member.received(),
                "missing", member.missing(),
                "missingDirect", member.missingDirect());
    }

    private static Map<String, Object> row(ReceiptReport.Message message) {
        return Reply.row(
                "of", "message",
                "id", message.message().id().toString(),
                "text", message.message().text(),
                "waitingFor", message.waitingFor());
    }
}
