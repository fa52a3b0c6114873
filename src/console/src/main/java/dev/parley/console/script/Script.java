package dev.parley.console.script;

import dev.parley.console.api.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of commands, one a line.
 *
 * @param name the file's name without its folder
 */
public record Script(String name, List<String> lines) {
    /** The largest script that is read. */
    public static final int MAX_BYTES = 10 << 20;

    public Script {
        lines = List.copyOf(lines);
    }

    List<String> linesFrom(int first) {
        return lines.subList(first, lines.size());
    }

    /**
     * Reads a file.
     *
     * @throws CommandException if it is none that could be a script
     */
    public static Script read(Path file) throws CommandException {
        byte[] bytes = bytes(file);
        if (bytes.length > MAX_BYTES)
            throw new CommandException("%s is larger than 10 MB, too large for a script; split it.".formatted(file));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) throw new CharacterCodingException();
            if (text.startsWith("\uFEFF")) text = text.substring(1);
            return new Script(file.getFileName().toString(), text.lines().toList());
        } catch (CharacterCodingException e) {
            throw new CommandException("%s is no script: it is not a text in UTF-8.".formatted(file), e);
        }
    }

    private static byte[] bytes(Path file) throws CommandException {
        if (Files.isDirectory(file))
            throw new CommandException("%s is a folder, not a script; name a file in it.".formatted(file));
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    "There is no file %s; the path counts from %s."
                            .formatted(file, Path.of("").toAbsolutePath()),
                    e);
        } catch (IOException e) {
            throw new CommandException("%s cannot be read; check its permissions.".formatted(file), e);
        }
    }
}
