package dev.parley.chat;

import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells who has received how much of what was said here. Confined to the session thread. */
final class ReceiptDesk {
    private final Transcript transcript;
    private final MessageDesk desk;
    private final Confirmations confirmations;

    ReceiptDesk(Transcript transcript, MessageDesk desk, Confirmations confirmations) {
        this.transcript = transcript;
        this.desk = desk;
        this.confirmations = confirmations;
    }

    ReceiptReport report() {
        long last = transcript.ledger().high(desk.run());
        List<UUID> members = confirmations.talkers();
        List<ReceiptReport.Member> byMember =
                members.stream().map(member -> of(member, last)).toList();
        return new ReceiptReport(byMember, lastMessages(members, last));
    }

    private ReceiptReport.Member of(UUID member, long last) {
        Receipts receipts = confirmations.receipts();
        long upTo = Math.min(last, receipts.upTo(member));
        return new ReceiptReport.Member(name(member), upTo, last - upTo, receipts.missingDirects(member));
    }

    private List<ReceiptReport.Message> lastMessages(List<UUID> members, long last) {
        long first = Math.max(1, last - ReceiptReport.LAST_MESSAGES + 1);
        List<ReceiptReport.Message> messages = new ArrayList<>();
        for (ChatMessage message : desk.shown(
                transcript.page(List.of(new Span(desk.run(), first, last))).entries(), false))
            messages.add(new ReceiptReport.Message(
                    message, waitingFor(members, message.id().number())));
        return messages;
    }

    private List<String> waitingFor(List<UUID> members, long number) {
        return members.stream()
                .filter(member -> confirmations.receipts().upTo(member) < number)
                .map(this::name)
                .toList();
    }

    private String name(UUID member) {
        return desk.shownName(member).orElse(member.toString());
    }
}
