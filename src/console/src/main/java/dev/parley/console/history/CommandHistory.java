package dev.parley.console.history;

import dev.parley.console.files.FileTurn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The lines that people typed, kept across sessions, oldest first. A line is not kept if it is the one before again, is
 * blank, begins with a space, or may carry a key or a token. Several processes may share the file: each appends under a lock
 * and reads the others' lines when it starts. Safe for several threads.
 */
public final class CommandHistory {
    /** How many lines are kept, in memory and, from one start to the next, in the file. */
    public static final int MOST_LINES = 10_000;

    private static final int MAX_LINE_CHARACTERS = 10_000;
    private static final long MAX_FILE_BYTES = 32L << 20;
    private static final Logger LOG = LogManager.getLogger();
    private final Path file;
    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<String> problem = Optional.empty();

    /** Reads what is there; a file that cannot be read or written is a {@link #problem}, never an exception. */
    public CommandHistory(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) load();
        } catch (IOException e) {
            remember(e);
        }
    }

    /** Keeps a line, if it is one to keep. */
    public synchronized void add(String line) {
        if (!isKept(line) || line.equals(lines.peekLast())) return;
        keep(line);
        if (problem.isPresent()) return;
        try {
            append(line);
        } catch (IOException e) {
            remember(e);
        }
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Why lines are kept in memory only, if so; one sentence. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** Whether a line may carry a key, a token or a password, so that nobody should keep it, nor offer it again. */
    public static boolean mayHoldSecret(String line) {
        return Secrets.mayBeIn(line);
    }

    private static boolean isKept(String line) {
        return !line.isBlank()
                && !line.startsWith(" ")
                && line.length() <= MAX_LINE_CHARACTERS
                && line.indexOf('\n') < 0
                && line.indexOf('\r') < 0
                && !Secrets.mayBeIn(line);
    }

    private void keep(String line) {
        lines.addLast(line);
        if (lines.size() > MOST_LINES) lines.removeFirst();
    }

    private void load() throws IOException {
        long read;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            read = load(channel);
        }
        if (read > 2L * MOST_LINES) compact();
    }

    private long load(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_FILE_BYTES));
        channel.position(channel.size() - bytes.capacity());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on until the buffer or the file ends
        }
        List<String> kept = StandardCharsets.UTF_8
                .decode(bytes.flip())
                .toString()
                .lines()
                .filter(CommandHistory::isKept)
                .toList();
        lines.clear();
        for (String line : kept) if (!line.equals(lines.peekLast())) keep(line);
        return kept.size();
    }

    private void append(String line) throws IOException {
        if (file.getParent() != null) Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            FileTurn.at(channel, () -> writeAll(channel, line + "\n"));
        }
    }

    private void compact() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileTurn.at(channel, () -> {
                load(channel);
                channel.truncate(0);
                writeAll(channel, String.join("\n", lines) + "\n");
            });
        }
    }

    private static void writeAll(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private void remember(IOException e) {
        problem = Optional.of("The history of commands is not kept, because " + file + " cannot be used: "
                + e.getClass().getSimpleName() + ".");
        LOG.warn("history file {} cannot be used", file, e);
    }
}
