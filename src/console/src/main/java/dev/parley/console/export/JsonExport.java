package dev.parley.console.export;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.console.text.JsonText;
import dev.parley.console.text.MessageRow;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** An array of {@code message} objects, one a line. */
final class JsonExport implements ExportFormat.ExportWriter {
    private final Writer out;
    private final RoomName room;
    private final JsonText json = new JsonText();
    private String separator = "\n";

    JsonExport(Writer out, RoomName room) throws IOException {
        this.out = out;
        this.room = room;
        out.write("[");
    }

    @Override
    public void write(ChatMessage message) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "message");
        object.put("room", room.text());
        object.putAll(MessageRow.of(message));
        out.write(separator + json.compact(object));
        separator = ",\n";
    }

    @Override
    public void end() throws IOException {
        out.write("\n]\n");
    }
}
