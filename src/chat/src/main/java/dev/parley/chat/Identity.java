package dev.parley.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Who this peer is through all its runs, and which run this is.
 *
 * @param incarnation larger than in every earlier run, even if the clock was set back; also a time in milliseconds
 */
record Identity(UUID author, long incarnation) {
    private static final Logger LOG = LogManager.getLogger();
    private static final String FILE = "identity";

    /**
     * Reads the identity kept in a peer's folder and counts this run, or makes a new one. A file that cannot be read is set
     * aside; one that cannot be written leaves an identity for this run only.
     */
    static Identity ofFolder(Path folder, InstantSource clock) {
        Path file = folder.resolve(FILE);
        Identity before = read(file);
        UUID author = before == null ? UUID.randomUUID() : before.author;
        long last = before == null ? 0 : before.incarnation;
        Identity now = new Identity(author, Math.max(clock.millis(), last + 1));
        try {
            Path fresh = Files.writeString(folder.resolve(FILE + ".new"), now.author + " " + now.incarnation + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written, the identity lasts for this run", file, e);
        }
        return now;
    }

    private static Identity read(Path file) {
        if (!Files.exists(file)) return null;
        try {
            String[] fields =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", 2);
            return new Identity(UUID.fromString(fields[0]), Long.parseLong(fields[1]));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is damaged and set aside; this peer gets a new identity", file, e);
            setAside(file);
            return null;
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(FILE + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be moved", file, e);
        }
    }
}
