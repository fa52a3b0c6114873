package dev.parley.console.export;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What an exported log looks like. */
enum ExportFormat {
    /** For reading and searching with anything. */
    TXT {
        @Override
        ExportWriter writer(Writer out, RoomName room, ZoneId zone) throws IOException {
            return new TextExport(out, room, zone);
        }
    },
    /** For programs: an array of the objects that {@code --json} writes. */
    JSON {
        @Override
        ExportWriter writer(Writer out, RoomName room, ZoneId zone) throws IOException {
            return new JsonExport(out, room);
        }
    },
    /** For a browser. */
    HTML {
        @Override
        ExportWriter writer(Writer out, RoomName room, ZoneId zone) throws IOException {
            return new HtmlExport(out, room, zone);
        }
    };

    /** Begins a log of this format; times are in the zone where they are for people. */
    abstract ExportWriter writer(Writer out, RoomName room, ZoneId zone) throws IOException;

    /** The format of this name or file name ending. */
    static Optional<ExportFormat> named(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "txt", "text" -> Optional.of(TXT);
            case "json" -> Optional.of(JSON);
            case "html", "htm" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    /** Writes one log. */
    interface ExportWriter {
        void write(ChatMessage message) throws IOException;

        /** Writes what comes after the last message. */
        void end() throws IOException;
    }
}
