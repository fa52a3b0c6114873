package dev.parley.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The rows in {@code docs/json-schema.json}, by command, and whether something is as they say. Understands the few words of JSON
 * Schema that the file uses, and refuses others.
 */
final class RowSchema {
    private static final Path FILE = Path.of("../../docs/json-schema.json");
    private static final Set<String> WORDS = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "pattern",
            "anyOf",
            "$ref",
            "description");
    private final JsonNode root;

    private RowSchema(JsonNode root) {
        this.root = root;
    }

    static RowSchema read() throws IOException {
        return new RowSchema(new ObjectMapper().readTree(Files.readString(FILE)));
    }

    /** The commands that have rows. */
    Set<String> commands() {
        return new TreeSet<>(root.path("$defs").path("rows").path("properties").propertyNames());
    }

    /** What is not as the schema says, none if all is. */
    List<String> objections(String command, List<Map<String, Object>> rows) {
        JsonNode schema = root.path("$defs").path("rows").path("properties").path(command);
        if (schema.isMissingNode()) return rows.isEmpty() ? List.of() : List.of("no schema for rows of " + command);
        List<String> objections = new ArrayList<>();
        JsonNode array = new ObjectMapper().valueToTree(rows);
        check(command, array, schema, objections);
        return objections;
    }

    private void check(String place, JsonNode value, JsonNode schema, List<String> objections) {
        for (String word : schema.propertyNames())
            if (!WORDS.contains(word)) throw new IllegalArgumentException("not understood here: " + word);
        if (schema.has("$ref")) {
            check(place, value, root.at(schema.path("$ref").stringValue().substring(1)), objections);
            return;
        }
        if (schema.has("anyOf") && schema.path("anyOf").valueStream().noneMatch(one -> isAs(value, one)))
            objections.add(place + " is as none of those that may be: " + value);
        if (schema.has("type") && types(schema).noneMatch(type -> isOf(value, type)))
            objections.add(place + " is no " + schema.path("type") + ": " + value);
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals))
            objections.add(place + " is none of " + schema.path("enum") + ": " + value);
        if (schema.has("pattern")
                && value.isString()
                && !value.stringValue().matches(schema.path("pattern").stringValue()))
            objections.add(place + " does not match " + schema.path("pattern") + ": " + value);
        if (value.isObject()) checkObject(place, value, schema, objections);
        if (value.isArray() && schema.has("items"))
            for (int i = 0; i < value.size(); i++)
                check(place + "[" + i + "]", value.get(i), schema.path("items"), objections);
    }

    private boolean isAs(JsonNode value, JsonNode schema) {
        List<String> objections = new ArrayList<>();
        check("", value, schema, objections);
        return objections.isEmpty();
    }

    private void checkObject(String place, JsonNode value, JsonNode schema, List<String> objections) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(key -> !value.has(key))
                .forEach(key -> objections.add(place + " lacks " + key));
        for (String key : value.propertyNames()) {
            if (schema.path("properties").has(key))
                check(
                        place + "." + key,
                        value.get(key),
                        schema.path("properties").path(key),
                        objections);
            else if (schema.path("additionalProperties").isObject())
                check(place + "." + key, value.get(key), schema.path("additionalProperties"), objections);
            else if (schema.has("properties")) objections.add(place + " has the unknown key " + key);
        }
    }

    private static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue) : Stream.of(type.stringValue());
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("no type: " + type);
        };
    }
}
