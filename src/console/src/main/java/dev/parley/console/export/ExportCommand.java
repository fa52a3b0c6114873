package dev.parley.console.export;

import dev.parley.chat.ChatLog;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Plural;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Writes the room's whole log to a file, however long it is. */
public final class ExportCommand implements Command {
    private static final String FORCE = "--force";
    private static final List<String> FORMATS = List.of("txt", "json", "html");

    @Override
    public Manual manual() {
        return Manual.of("export", CommandGroup.CHAT, "write the room's whole log to a file, as txt, json or html")
                .taking(
                        Parameter.required("file").suggesting(new FileSuggestions()),
                        Parameter.optional("format").suggesting(Suggestions.of(FORMATS)),
                        Parameter.flag(FORCE))
                .saying(
                        "The format is that of the file's ending unless it is given.",
                        "A file that is there already is only replaced with --force. Private messages are in it too.")
                .example("export lobby.html");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        Arguments arguments = invocation.arguments();
        Path file = arguments.path("file").orElseThrow().toAbsolutePath().normalize();
        ExportFormat format = format(arguments, file);
        boolean force = arguments.has(FORCE);
        refuse(file, force);
        try (ChatLog log = invocation.session().chat().log()) {
            Path fresh = Files.createTempFile(file.getParent(), ".export", ".new");
            try {
                long count = write(fresh, format, invocation, log);
                if (force) Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                else Files.move(fresh, file);
                return Reply.line(
                        "Exported " + Plural.of(count, "message") + " to " + HarmlessText.line(file.toString()),
                        Reply.row(
                                "file", file.toString(),
                                "format", format.name().toLowerCase(Locale.ROOT),
                                "messages", count));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (FileAlreadyExistsException e) {
            throw taken(file);
        } catch (IOException e) {
            throw new CommandException(
                    "%s cannot be written (%s): name a place that can be, with room for it."
                            .formatted(
                                    HarmlessText.line(file.toString()),
                                    HarmlessText.line(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static ExportFormat format(Arguments arguments, Path file) throws CommandException {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String wanted = arguments.optional("format").orElseGet(() -> name.substring(name.lastIndexOf('.') + 1));
        return ExportFormat.named(wanted)
                .orElseThrow(() -> new CommandException(
                        "'%s' is no format: end the file's name with .txt, .json or .html, or name one of these after it."
                                .formatted(HarmlessText.shortened(wanted, 80))));
    }

    private static void refuse(Path file, boolean force) throws CommandException {
        String shown = HarmlessText.line(file.toString());
        if (Files.isDirectory(file)) throw new CommandException(shown + " is a folder: name a file in it.");
        if (!Files.isDirectory(file.getParent()))
            throw new CommandException("There is no folder "
                    + HarmlessText.line(file.getParent().toString()) + ": make it first, or name another one.");
        if (Files.exists(file) && !force) throw taken(file);
    }

    private static CommandException taken(Path file) {
        return new CommandException(HarmlessText.line(file.toString()) + " is there already: name another file, or add "
                + FORCE + " to replace it.");
    }

    private static long write(Path file, ExportFormat format, Invocation invocation, ChatLog log)
            throws IOException, SessionException, InterruptedException {
        long count = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            ExportFormat.ExportWriter writer =
                    format.writer(out, invocation.session().room(), ZoneId.systemDefault());
            for (List<ChatMessage> page = log.next(); !page.isEmpty(); page = log.next()) {
                if (Thread.interrupted()) throw new InterruptedException();
                for (ChatMessage message : page) writer.write(message);
                count += page.size();
            }
            writer.end();
        }
        return count;
    }
}
