package dev.parley.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard input is: somebody's commands, or nothing that anybody meant. */
final class StandardInput {
    private final InputStream in;
    private final Path link;

    /** @param link what Linux says of the input: {@code /proc/self/fd/0} */
    StandardInput(InputStream in, Path link) {
        this.in = in;
        this.link = link;
    }

    /** Whether it is a pipe or a file, and so meant for the terminal's face; on a desktop it is neither. */
    boolean carriesCommands() {
        try {
            if (!Files.isSymbolicLink(link)) return in.available() > 0;
            Path target = Files.readSymbolicLink(link);
            return target.toString().startsWith("pipe:") || Files.isRegularFile(target);
        } catch (IOException e) {
            return false;
        }
    }
}
