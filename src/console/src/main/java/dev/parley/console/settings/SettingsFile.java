package dev.parley.console.settings;

import dev.parley.console.files.FileTurn;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A file of {@code key=value} a line. Any thread but JavaFX's, one at a time. */
public final class SettingsFile {
    /** No settings are that long: it is another file, or a broken one. */
    private static final long MAX_BYTES = 1024L * 1024;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was kept.
     *
     * @param problem a sentence for the user if the file could not be understood
     */
    public record Content(Map<String, String> values, Optional<String> problem) {
        public Content {
            values = Map.copyOf(values);
        }
    }

    Path path() {
        return file;
    }

    /** Reads what is kept. A file that cannot be understood is set aside, and nothing is kept then. */
    public Content read() {
        if (!Files.exists(file)) return new Content(Map.of(), Optional.empty());
        try {
            return new Content(parse(text()), Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            return new Content(Map.of(), Optional.of(setAside()));
        }
    }

    private String text() throws IOException {
        if (Files.size(file) > MAX_BYTES) throw new IOException("The file is too long");
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    private static Map<String, String> parse(String text) throws IOException {
        if (text.indexOf('\0') >= 0) throw new IOException("The file is no text");
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    private String setAside() {
        Path aside = file.resolveSibling(
                file.getFileName() + ".broken-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault())));
        try {
            Files.move(file, aside);
            return "The settings could not be read, so they begin anew; the old ones are now %s.".formatted(aside);
        } catch (IOException e) {
            return "The settings in %s cannot be read, so those of this run begin anew.".formatted(file);
        }
    }

    /**
     * Reads, changes and keeps what is there, while no other process does; a reader sees the old file or the new one.
     *
     * @return what is kept now
     */
    public Map<String, String> change(UnaryOperator<Map<String, String>> change) throws IOException {
        AtomicReference<Map<String, String>> kept = new AtomicReference<>(Map.of());
        FileTurn.beside(file, () -> {
            Map<String, String> before = read().values();
            Map<String, String> after = Map.copyOf(change.apply(new TreeMap<>(before)));
            if (!after.equals(before)) write(after);
            kept.set(after);
        });
        return kept.get();
    }

    /** Keeps these and nothing else; a reader sees the old file or the new one. */
    public void write(Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
