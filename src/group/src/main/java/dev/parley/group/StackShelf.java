package dev.parley.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stack files that can be called by name, and what each says that it is for. Stateless; reads files. */
public final class StackShelf {
    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(.*?\\.)(?:\\s.*)?");
    private static final int LONGEST = 64 * 1024;

    private StackShelf() {}

    /**
     * A stack that {@link StackFile#find} takes by its name.
     *
     * @param source the path, or {@code bundled}
     * @param purpose the first sentence of the comment at its beginning; empty without one
     */
    public record Item(String name, String source, String purpose) {}

    /** All stacks in these directories and in this library, by name; of two with one name the one that is found. */
    public static List<Item> items(List<Path> directories) {
        List<Item> items = new ArrayList<>();
        for (String name : StackFile.names(directories)) {
            Optional<Path> file = directories.stream()
                    .map(directory -> directory.resolve(name + ".xml"))
                    .filter(Files::isRegularFile)
                    .findFirst();
            String text = file.map(StackShelf::head).orElseGet(() -> bundledHead(name));
            items.add(new Item(name, file.map(Path::toString).orElse("bundled"), purpose(text)));
        }
        return items;
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String bundledHead(String name) {
        try (InputStream in = StackFile.resource(name)) {
            return in == null ? "" : new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    static String purpose(String xml) {
        Matcher comment = COMMENT.matcher(xml);
        if (!comment.find()) return "";
        String words = comment.group(1).strip().replaceAll("[\\s\\p{C}]+", " ");
        Matcher sentence = FIRST_SENTENCE.matcher(words);
        String first = sentence.matches() ? sentence.group(1) : words;
        return first.replaceAll("\\.$", "");
    }
}
