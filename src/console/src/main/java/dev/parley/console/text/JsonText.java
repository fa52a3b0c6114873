package dev.parley.console.text;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Maps, lists, texts, numbers, truth values and nulls written as JSON, keys in the order of the maps. Uses the streaming
 * writer alone, which a starting program can afford. Safe for several threads.
 */
public final class JsonText {
    private final JsonFactory factory = new JsonFactory();

    /** One line. */
    public String compact(Object value) {
        return write(json -> write(json, value), ObjectWriteContext.empty());
    }

    /** Indented by two spaces, one line an element. */
    public List<String> pretty(Object value) {
        return pretty(json -> write(json, value));
    }

    /** What the writer writes, indented in the same way. */
    public List<String> pretty(Consumer<JsonGenerator> writer) {
        return write(writer, new Indented()).lines().toList();
    }

    private String write(Consumer<JsonGenerator> writer, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(context, text)) {
            writer.accept(json);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, Object value) {
        if (value instanceof String text) json.writeString(text);
        else if (value == null) json.writeNull();
        else if (value instanceof Map<?, ?> map) writeObject(json, map);
        else if (value instanceof Iterable<?> elements) writeArray(json, elements);
        else if (value instanceof Boolean truth) json.writeBoolean(truth);
        else if (value instanceof Integer number) json.writeNumber(number);
        else if (value instanceof Long number) json.writeNumber(number);
        else if (value instanceof Double number) json.writeNumber(number);
        else json.writeString(value.toString());
    }

    private static void writeObject(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((key, value) -> {
            json.writeName(key.toString());
            write(json, value);
        });
        json.writeEndObject();
    }

    private static void writeArray(JsonGenerator json, Iterable<?> elements) {
        json.writeStartArray();
        elements.forEach(element -> write(json, element));
        json.writeEndArray();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter newLine = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withArrayIndenter(newLine).withObjectIndenter(newLine);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
