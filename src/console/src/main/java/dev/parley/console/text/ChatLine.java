package dev.parley.console.text;

import dev.parley.chat.ChatMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as people read it: {@code <Nov 22 10:11:12.123 alice> text}. What is special about it stands between the angle
 * brackets after the name, where no name or text can pretend it.
 */
public final class ChatLine {
    private static final String INDENT = "    ";
    private final Times time;

    /** @param zone whose local time is shown */
    public ChatLine(ZoneId zone) {
        time = Times.local(zone);
    }

    /** What stands before the text, for example {@code <Nov 22 10:11:12.123 bob (to you)>}. */
    public String head(ChatMessage message) {
        return head(message, message.late());
    }

    private String head(ChatMessage message, boolean late) {
        StringBuilder head = new StringBuilder("<").append(time.of(message.time()));
        if (message.kind() != ChatMessage.Kind.ACTION) head.append(' ').append(HarmlessText.line(message.from()));
        if (message.kind() == ChatMessage.Kind.DIRECT)
            head.append(" (to ").append(receiver(message)).append(')');
        if (late) head.append(" (late)");
        return head.append('>').toString();
    }

    /** The text's lines, all but the first indented. */
    public List<String> body(ChatMessage message) {
        List<String> body = new ArrayList<>();
        for (String line : HarmlessText.lines(message.text())) body.add(body.isEmpty() ? line : INDENT + line);
        if (message.kind() == ChatMessage.Kind.ACTION)
            body.set(0, "* " + HarmlessText.line(message.from()) + " " + body.get(0));
        return body;
    }

    /** Everything in one line as it stands in the log, where nothing is late; line breaks as {@code ⏎}. */
    public String inOneLine(ChatMessage message) {
        String action = message.kind() == ChatMessage.Kind.ACTION ? "* " + HarmlessText.line(message.from()) + " " : "";
        return head(message, false) + " " + action + HarmlessText.line(message.text());
    }

    private static String receiver(ChatMessage message) {
        return message.self() ? HarmlessText.line(message.to().orElse("?")) : "you";
    }
}
