package dev.parley.console.export;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.console.text.HarmlessText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page that stands alone and follows the reader's light or dark theme. Its security policy allows nothing but its own style:
 * whatever a text holds, the page loads nothing and runs nothing.
 */
final class HtmlExport implements ExportFormat.ExportWriter {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem;
              color: #1f2328; background: #fff; }
            h2 { font-size: 1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #8886; }
            p { margin: .25rem 0; overflow-wrap: anywhere; }
            time { color: #59636e; font-variant-numeric: tabular-nums; margin-right: .5rem; }
            .action { font-style: italic; }
            .direct { border-left: .2rem solid #8886; padding-left: .5rem; }
            @media (prefers-color-scheme: dark) {
              body { color: #e6edf3; background: #0d1117; }
              time { color: #9198a1; }
            }
            """;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Writer out;
    private final ZoneId zone;
    private LocalDate day = LocalDate.MIN;

    HtmlExport(Writer out, RoomName room, ZoneId zone) throws IOException {
        this.out = out;
        this.zone = zone;
        String title = escaped(HarmlessText.line(room.text()));
        out.write("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Room %s</title>
                <style>%s</style>
                </head>
                <body>
                <h1>Room <bdi>%s</bdi></h1>
                """.formatted(digest(), title, STYLE, title));
    }

    /** What the policy knows the style by. */
    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(ChatMessage message) throws IOException {
        LocalDate today = LocalDate.ofInstant(message.time(), zone);
        if (!today.equals(day)) out.write("<h2>" + DAY.format(today) + "</h2>\n");
        day = today;
        out.write("<p class=\"%s\"><time datetime=\"%s\">%s</time>%s <span dir=\"auto\">%s</span></p>\n"
                .formatted(
                        message.kind().name().toLowerCase(Locale.ROOT),
                        message.time(),
                        TIME.format(message.time().atZone(zone)),
                        speaker(message),
                        text(message.text())));
    }

    private static String speaker(ChatMessage message) {
        String name = "<strong><bdi>" + escaped(HarmlessText.line(message.from())) + "</bdi></strong>";
        return switch (message.kind()) {
            case TEXT -> name;
            case ACTION -> "* " + name;
            case DIRECT ->
                name + " (to <bdi>"
                        + escaped(
                                message.self() ? HarmlessText.line(message.to().orElse("?")) : "you") + "</bdi>)";
        };
    }

    private static String text(String text) {
        return Arrays.stream(HarmlessText.lines(text)).map(HtmlExport::escaped).collect(Collectors.joining("<br>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void end() throws IOException {
        out.write("</body>\n</html>\n");
    }
}
