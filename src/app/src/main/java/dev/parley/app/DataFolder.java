package dev.parley.app;

import dev.parley.chat.PeerName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where Parley keeps a user's files, and which of its peers' folders are in use. */
final class DataFolder {
    /** No machine runs more peers of one name. */
    private static final int MAX_PEERS_OF_ONE_NAME = 1_000;

    private static final int MAX_NAME = 64;

    private final Path root;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The place by the custom of the system, from the values of {@code os.name} and {@code user.home}. */
    static Path ofThisUser(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows"))
            return absolute(environment.get("APPDATA"))
                    .orElse(home.resolve("AppData/Roaming"))
                    .resolve("Parley");
        if (name.startsWith("mac")) return home.resolve("Library/Application Support/Parley");
        return absolute(environment.get("XDG_DATA_HOME"))
                .orElse(home.resolve(".local/share"))
                .resolve("parley");
    }

    Path root() {
        return root;
    }

    /** Where the peer of this name has its files, if there is one. */
    Path folderOf(PeerName name) {
        return root.resolve("peers").resolve(FolderName.of(name.text()));
    }

    /**
     * Takes the folder of that name, or of {@code name-2}, {@code name-3} and so on if a running peer has it. Where nothing can
     * be written it is a temporary folder.
     *
     * @throws LaunchException if not even a temporary folder can be had
     */
    PeerFolder claim(PeerName wanted) throws LaunchException {
        try {
            return claimBelow(root, wanted);
        } catch (IOException unwritable) {
            return claimTemporary(wanted);
        }
    }

    private PeerFolder claimTemporary(PeerName wanted) throws LaunchException {
        try {
            Path temporary = Files.createTempDirectory("parley-");
            PeerFolder folder = claimBelow(temporary, wanted);
            return folder.temporary(
                    temporary,
                    "%s cannot be written, so history, identity and log of this run go with it when it ends; --data-dir names another place."
                            .formatted(root));
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "Neither %s nor a temporary folder can be written; name a place with --data-dir.".formatted(root),
                    e);
        }
    }

    private static PeerFolder claimBelow(Path root, PeerName wanted) throws IOException {
        for (int number = 1; number <= MAX_PEERS_OF_ONE_NAME; number++) {
            PeerName name = number == 1 ? wanted : numbered(wanted, number);
            Path folder = Files.createDirectories(new DataFolder(root).folderOf(name));
            Optional<FileChannel> lock = lock(folder.resolve("lock"));
            if (lock.isPresent()) return new PeerFolder(name, folder, lock.get());
        }
        throw new IOException("Too many peers are named " + wanted);
    }

    /** An open channel that holds the lock, empty if another peer does. */
    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return Optional.of(channel);
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private static PeerName numbered(PeerName name, int number) {
        String suffix = "-" + number;
        String text = name.text();
        int room = Math.min(MAX_NAME - suffix.length(), text.codePointCount(0, text.length()));
        return new PeerName(text.substring(0, text.offsetByCodePoints(0, room)) + suffix);
    }

    private static Optional<Path> absolute(String variable) {
        return Optional.ofNullable(variable)
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
