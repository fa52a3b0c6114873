package dev.parley.bootstrap;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A room's data as the JSON of the wire contract. Writing gives every key; reading takes a missing key for 0 or the empty
 * string, ignores unknown keys, and accepts numbers as strings and strings as numbers. Immutable, for any thread.
 *
 * <p>Works on the token stream: no tree is built of an answer that may be hostile, and no object mapper slows the start.
 */
public final class BootstrapJson {
    /** From one answer a client takes no more peers than these, so that no service sends it to more addresses. */
    public static final int MAX_PEERS_OF_AN_ANSWER = 64;

    private static final JsonFactory JSON = new JsonFactory();

    private final int maxPeers;
    private final boolean skipsOddPeers;

    private BootstrapJson(int maxPeers, boolean skipsOddPeers) {
        this.maxPeers = maxPeers;
        this.skipsOddPeers = skipsOddPeers;
    }

    /** For a client: peers that are not valid are skipped, and so are all after the first 64. */
    public static BootstrapJson ofAnswers() {
        return new BootstrapJson(MAX_PEERS_OF_AN_ANSWER, true);
    }

    /** For a store that reads what it wrote itself: any number of peers, and a peer that is not valid is damage. */
    public static BootstrapJson ofStores() {
        return new BootstrapJson(Integer.MAX_VALUE, false);
    }

    /** The factory of the parsers and generators for {@link #read(JsonParser)} and {@link #write(BootstrapData, JsonGenerator)}. */
    public static JsonFactory format() {
        return JSON;
    }

    /** One line without a line break. */
    public static String write(BootstrapData data) {
        StringWriter text = new StringWriter(256 + 256 * data.peers().size());
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(data, json);
        }
        return text.toString();
    }

    /** Writes the data as one object where the generator stands. */
    public static void write(BootstrapData data, JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart("Config");
        json.writeNumberProperty("maxpeers", data.config().maxPeers());
        json.writeNumberProperty("minrefillcandidates", data.config().minRefillCandidates());
        json.writeNumberProperty("numpeers", data.config().numPeers());
        json.writeEndObject();
        json.writeObjectPropertyStart("Peers");
        data.peers().values().forEach(peer -> write(peer, json));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Peer peer, JsonGenerator json) {
        json.writeObjectPropertyStart(peer.id());
        json.writeStringProperty("id", peer.id());
        json.writeStringProperty("name", peer.name());
        json.writeStringProperty("ip", peer.ip());
        json.writeStringProperty("port", Integer.toString(peer.port()));
        json.writeStringProperty("protocol", peer.protocol());
        json.writeStringProperty("status", peer.status());
        json.writeStringProperty("timestamp", Long.toString(peer.timestamp()));
        json.writeEndObject();
    }

    /**
     * Reads a text that holds nothing but a room's data.
     *
     * @throws IllegalArgumentException with half a sentence that says what is wrong, if this is no JSON or has another shape
     */
    public BootstrapData read(byte[] text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            BootstrapData data = read(json);
            if (json.nextToken() != null) throw new IllegalArgumentException("something follows the JSON object");
            return data;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "it is not valid JSON: " + WireText.printable(e.getOriginalMessage(), 120), e);
        }
    }

    /**
     * Reads the object at whose start the parser stands, and leaves it at the end of that object.
     *
     * @throws IllegalArgumentException if it has another shape
     * @throws JacksonException if it is no JSON
     */
    public BootstrapData read(JsonParser json) {
        requireObject("the answer", json);
        BootstrapConfig config = null;
        Map<String, Peer> peers = null;
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            switch (key) {
                case "Config" -> config = readConfig(json);
                case "Peers" -> peers = readPeers(json);
                default -> json.skipChildren();
            }
        }
        if (config == null && peers == null)
            throw new IllegalArgumentException("it has neither \"Config\" nor \"Peers\"");
        return new BootstrapData(
                config == null ? new BootstrapConfig(0, 0, 0) : config, peers == null ? Map.of() : peers);
    }

    private static BootstrapConfig readConfig(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) return new BootstrapConfig(0, 0, 0);
        requireObject("\"Config\"", json);
        Map<String, String> values = readScalars(json);
        return new BootstrapConfig(
                toInt("maxpeers", values), toInt("minrefillcandidates", values), toInt("numpeers", values));
    }

    private Map<String, Peer> readPeers(JsonParser json) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) return peers;
        requireObject("\"Peers\"", json);
        for (String id = json.nextName(); id != null; id = json.nextName()) {
            json.nextToken();
            if (peers.size() >= maxPeers) {
                json.skipChildren();
                continue;
            }
            try {
                peers.put(id, readPeer(id, json));
            } catch (IllegalArgumentException e) {
                if (!skipsOddPeers) throw e;
            }
        }
        return peers;
    }

    /** The entry is consumed before its values are judged, so that a caller can go on behind an odd one. */
    private static Peer readPeer(String id, JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            throw new IllegalArgumentException("the peer " + WireText.quoted(id) + " is no object");
        }
        Map<String, String> values = readScalars(json);
        if (!values.getOrDefault("id", id).equals(id))
            throw new IllegalArgumentException("the peer " + WireText.quoted(id) + " has another id inside");
        return new Peer(
                id,
                values.getOrDefault("name", ""),
                values.getOrDefault("ip", ""),
                toInt("port", values),
                values.getOrDefault("protocol", ""),
                values.getOrDefault("status", ""),
                toLong("timestamp", values));
    }

    /** The members of the object that are strings or numbers, as texts; all others are left out. */
    private static Map<String, String> readScalars(JsonParser json) {
        Map<String, String> values = new HashMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) values.put(key, json.getString());
            else json.skipChildren();
        }
        return values;
    }

    private static void requireObject(String what, JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT)
            throw new IllegalArgumentException(what + " is no JSON object");
    }

    private static int toInt(String key, Map<String, String> values) {
        try {
            return Math.toIntExact(toLong(key, values));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + key + "\" is too large: " + values.get(key), e);
        }
    }

    private static long toLong(String key, Map<String, String> values) {
        String text = values.getOrDefault(key, "");
        if (text.isEmpty()) return 0;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + key + "\" is not a number: " + WireText.quoted(text), e);
        }
    }
}
