package dev.parley.lab;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a peer's {@code --json} output. Safe for any thread. */
final class PeerOutputParser {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.shared();

    /** The object in a line, empty if the line is no JSON object. */
    Optional<PeerOutput> parse(String line) {
        try {
            JsonNode node = json.readTree(line);
            return node.isObject() ? Optional.of(typed(node, line)) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private PeerOutput typed(JsonNode node, String line) {
        try {
            return switch (node.path("type").asString("")) {
                case "state" ->
                    new PeerOutput.State(
                            text(node, "state"), text(node, "room"), text(node, "self"), optionalText(node, "address"));
                case "view" -> view(node);
                case "message" -> message(node);
                case "result" -> result(node);
                case "notice" -> new PeerOutput.Notice(text(node, "level"), text(node, "text"));
                case "event" -> event(node);
                default -> new PeerOutput.Unknown(line);
            };
        } catch (MissingKeyException | DateTimeException | JacksonException incomplete) {
            return new PeerOutput.Unknown(line);
        }
    }

    private static PeerOutput view(JsonNode node) {
        return new PeerOutput.View(
                text(node, "room"),
                text(node, "view"),
                text(node, "coordinator"),
                texts(node, "members"),
                texts(node, "joined"),
                texts(node, "left"),
                flag(node, "merged"));
    }

    private static PeerOutput message(JsonNode node) {
        return new PeerOutput.Message(
                text(node, "room"),
                text(node, "id"),
                text(node, "from"),
                flag(node, "self"),
                text(node, "text"),
                Instant.parse(text(node, "time")),
                text(node, "clock"),
                text(node, "kind"),
                optionalText(node, "to"),
                flag(node, "late"));
    }

    private PeerOutput event(JsonNode node) {
        if (!node.path("details").isObject()) throw new MissingKeyException();
        return new PeerOutput.Event(
                Instant.parse(text(node, "time")),
                text(node, "kind"),
                text(node, "text"),
                json.convertValue(node.get("details"), DETAILS));
    }

    private PeerOutput result(JsonNode node) {
        return new PeerOutput.Result(
                text(node, "command"),
                flag(node, "ok"),
                node.has("lines") ? texts(node, "lines") : List.of(),
                node.has("rows") ? json.convertValue(node.get("rows"), ROWS) : List.of(),
                optionalText(node, "error"));
    }

    private static String text(JsonNode node, String key) {
        return optionalText(node, key).orElseThrow(MissingKeyException::new);
    }

    private static Optional<String> optionalText(JsonNode node, String key) {
        return node.path(key).stringValueOpt();
    }

    private static boolean flag(JsonNode node, String key) {
        return node.path(key).booleanValueOpt().orElseThrow(MissingKeyException::new);
    }

    private static List<String> texts(JsonNode node, String key) {
        JsonNode array = node.path(key);
        if (!array.isArray()) throw new MissingKeyException();
        return array.valueStream()
                .map(element -> element.stringValueOpt().orElseThrow(MissingKeyException::new))
                .toList();
    }

    /** A key that the object's type must have is not there or of another type. */
    private static final class MissingKeyException extends RuntimeException {
        private MissingKeyException() {
            super(null, null, false, false);
        }
    }
}
