package dev.parley.bootstrap;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A service's token in a file of its own, so that it stands neither on a command line nor in the environment. */
public final class TokenFile {
    private static final int MAX_BYTES = 4_096;

    private TokenFile() {}

    /**
     * Reads the file's only line; white space around it is not part of the token.
     *
     * @throws IOException with one sentence that names the file, and never what is in it
     */
    public static String read(Path file) throws IOException {
        String text;
        try {
            if (Files.size(file) > MAX_BYTES) throw noToken(file);
            text = Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (CharacterCodingException e) {
            throw noToken(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + "; name the one that holds the token.", e);
        }
        if (!BootstrapSettings.isToken(text)) throw noToken(file);
        return text;
    }

    private static IOException noToken(Path file) {
        return new IOException(
                "The file " + file + " holds no token; write one line of 1 to 1024 visible ASCII characters into it.");
    }
}
