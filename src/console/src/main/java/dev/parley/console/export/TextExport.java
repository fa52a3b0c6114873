package dev.parley.console.export;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.HarmlessText;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;

/** A log as it stands in the terminal, under the days. No text can pretend a line of its own: its lines are indented. */
final class TextExport implements ExportFormat.ExportWriter {
    private final Writer out;
    private final ZoneId zone;
    private final ChatLine form;
    private LocalDate day = LocalDate.MIN;

    TextExport(Writer out, RoomName room, ZoneId zone) throws IOException {
        this.out = out;
        this.zone = zone;
        this.form = new ChatLine(zone);
        out.write("Room " + HarmlessText.line(room.text()) + "\n");
    }

    @Override
    public void write(ChatMessage message) throws IOException {
        LocalDate today = LocalDate.ofInstant(message.time(), zone);
        if (!today.equals(day)) out.write("\n-- " + today + "\n");
        day = today;
        Iterator<String> lines = form.body(message).iterator();
        out.write(form.head(message) + " " + lines.next() + "\n");
        while (lines.hasNext()) out.write(lines.next() + "\n");
    }

    @Override
    public void end() {}
}
