package dev.parley.console.text;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.json.JsonFactory;

/** Objects of values as {@link JsonText} writes them, one a line, in UTF-8. For one thread. */
public final class JsonLines {
    /** So much is gathered before it goes out although nobody asks for that. */
    private static final int MOST_GATHERED = 32 * 1024;

    private final JsonGenerator json;

    /** @param out gets whole lines or parts of them whenever much has been gathered, and everything with {@link #flush} */
    public JsonLines(OutputStream out) {
        // Half a surrogate pair becomes a question mark; Jackson's own encoder escapes it, and parsers refuse that.
        OutputStreamWriter writer =
                new OutputStreamWriter(new BufferedOutputStream(out, MOST_GATHERED), StandardCharsets.UTF_8);
        json = new JsonFactory().createGenerator(new Unseparated(), writer);
    }

    /** Begins a line, an object of this type; one that has not come to its end, as something failed, ends here. */
    public JsonLines begin(String type) {
        endOpen();
        json.writeStartObject();
        return put("type", type);
    }

    /** Adds to the line that has been begun. */
    public JsonLines put(String key, Object value) {
        json.writeName(key);
        JsonText.write(json, value);
        return this;
    }

    /** Ends the line. */
    public void end() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void endOpen() {
        if (json.streamWriteContext().inRoot()) return;
        if (json.streamWriteContext().inObject()) nullIfDue();
        while (!json.streamWriteContext().inRoot()) {
            if (json.streamWriteContext().inArray()) json.writeEndArray();
            else json.writeEndObject();
        }
        json.writeRaw('\n');
    }

    private void nullIfDue() {
        try {
            json.writeNull();
        } catch (StreamWriteException e) {
            // no name is waiting for its value
        }
    }

    /** Lets all go out, also of {@code out}; to be called between lines. */
    public void flush() {
        endOpen();
        json.flush();
    }

    /** Each value has its line, so nothing stands between two. */
    private static final class Unseparated extends ObjectWriteContext.Base {
        @Override
        public SerializableString getRootValueSeparator(SerializableString usual) {
            return null;
        }
    }
}
