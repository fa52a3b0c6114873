package dev.parley.console.api;

import dev.parley.chat.Session;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Offers the files and folders beside what is typed; folders end in a slash, so that typing goes on inside them. */
public final class FileSuggestions implements Suggestions {
    private static final int MAX_OFFERED = 1_000;

    @Override
    public Stream<Suggestion> offer(Session session, String typed) {
        int slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(java.io.File.separatorChar));
        String folder = typed.substring(0, slash + 1);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(UserPath.of(folder.isEmpty() ? "." : folder))) {
            for (Path entry : entries) {
                if (found.size() == MAX_OFFERED) break;
                String name = entry.getFileName().toString();
                if (name.startsWith(".") && !typed.substring(slash + 1).startsWith(".")) continue;
                boolean isFolder = Files.isDirectory(entry);
                found.add(new Suggestion(folder + name + (isFolder ? "/" : ""), isFolder ? "folder" : ""));
            }
        } catch (IOException | InvalidPathException | java.nio.file.DirectoryIteratorException e) {
            return Stream.empty();
        }
        return found.stream();
    }
}
