package dev.parley.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are whole whenever somebody looks: the old one, or the new one, or none. */
final class WholeFile {
    private WholeFile() {}

    /** Writes what the file is to hold. */
    interface Writing {
        void to(Path fresh) throws IOException;
    }

    /** Puts the file in its place once it is written; of one that cannot be written nothing stays. Its folder must be there. */
    static void write(Path file, Writing content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            content.to(fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
