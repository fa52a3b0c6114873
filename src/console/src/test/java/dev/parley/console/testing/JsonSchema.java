package dev.parley.console.testing;

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
 * What {@code docs/json-schema.json} says of objects and rows, and what is not so, to the key: one that the schema does not name is
 * an objection. Understands the few words of JSON Schema that the file uses, and refuses others. Any thread.
 */
public final class JsonSchema {
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

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** As it is published. Run from the folder of a module. */
    public static JsonSchema read() throws IOException {
        return new JsonSchema(new ObjectMapper().readTree(Files.readString(FILE)));
    }

    /** The commands that have rows. */
    public Set<String> commands() {
        return new TreeSet<>(rows().propertyNames());
    }

    /** The keys that a row of the command may have, in any of its shapes. */
    public Set<String> keys(String command) {
        Set<String> keys = new TreeSet<>();
        addKeys(rows().path(command).path("items"), keys);
        return keys;
    }

    private void addKeys(JsonNode schema, Set<String> keys) {
        JsonNode resolved = resolved(schema);
        keys.addAll(resolved.path("properties").propertyNames());
        resolved.path("anyOf").forEach(one -> addKeys(one, keys));
    }

    /** What is not as the schema says in an object that a program reads, none if all is. */
    public List<String> objections(JsonNode object) {
        String type = object.path("type").asString("");
        for (JsonNode one : root.path("$defs").path("object").path("anyOf")) {
            JsonNode schema = resolved(one);
            if (!describes(schema, object)) continue;
            List<String> objections = new ArrayList<>();
            check(type, object, schema, objections);
            return objections;
        }
        return List.of("no schema for an object of type '" + type + "': " + object);
    }

    /** Whether the object is to be held to this schema: it has its type and, where that tells results apart, its outcome. */
    private boolean describes(JsonNode schema, JsonNode object) {
        JsonNode properties = schema.path("properties");
        return isAs(object.path("type"), properties.path("type"))
                && (!properties.has("ok") || isAs(object.path("ok"), properties.path("ok")));
    }

    /** What is not as the schema says in rows of a command, none if all is. */
    public List<String> objections(String command, List<Map<String, Object>> rows) {
        JsonNode schema = rows().path(command);
        if (schema.isMissingNode()) return rows.isEmpty() ? List.of() : List.of("no schema for rows of " + command);
        List<String> objections = new ArrayList<>();
        JsonNode array = new ObjectMapper().valueToTree(rows);
        check(command, array, schema, objections);
        return objections;
    }

    private JsonNode rows() {
        return root.path("$defs").path("rows").path("properties");
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").stringValue().substring(1)) : schema;
    }

    private void check(String place, JsonNode value, JsonNode schema, List<String> objections) {
        for (String word : schema.propertyNames())
            if (!WORDS.contains(word)) throw new IllegalArgumentException("not understood here: " + word);
        if (schema.has("$ref")) {
            check(place, value, resolved(schema), objections);
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
