package dev.parley.console.script;

import dev.parley.console.api.CommandException;
import dev.parley.console.command.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of commands, one a line; a line that ends in a backslash goes on in the next.
 *
 * @param name the file's name without its folder
 * @param numbers of which line of the file each begins in, from 1
 */
public record Script(String name, List<String> lines, List<Integer> numbers) {
    /** The largest script that is read. */
    public static final int MAX_BYTES = 10 << 20;

    private static final int MOST_LINES_TO_COMMENT = 3;

    public Script {
        lines = List.copyOf(lines);
        numbers = List.copyOf(numbers);
    }

    /** Where a line stands in the file. */
    int numberOf(int index) {
        return numbers.get(index);
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
            return of(file.getFileName().toString(), text.lines().toList());
        } catch (CharacterCodingException e) {
            throw new CommandException("%s is no script: it is not a text in UTF-8.".formatted(file), e);
        }
    }

    /** What the first comment of a file says that is not about how to run it; empty if there is none, or no script. */
    public static Optional<String> firstComment(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(MOST_LINES_TO_COMMENT)
                    .map(String::strip)
                    .filter(line -> !line.startsWith("#!"))
                    .findFirst()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+\\s*", ""));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Script of(String name, List<String> written) {
        List<String> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            numbers.add(i + 1);
            String line = written.get(i);
            if (!goesOn(line) || Words.isBlankOrComment(line)) {
                lines.add(line);
                continue;
            }
            StringBuilder whole = new StringBuilder(line);
            while (goesOn(whole) && i + 1 < written.size()) {
                whole.setLength(whole.length() - 1);
                whole.append(written.get(++i).stripLeading());
            }
            lines.add(whole.toString());
        }
        return new Script(name, lines, numbers);
    }

    /** Two backslashes at the end are text. */
    private static boolean goesOn(CharSequence line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') end--;
        return (line.length() - end) % 2 == 1;
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
