package dev.parley.console.jshell;

import dev.parley.chat.Session;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Reply;
import dev.parley.group.Group;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * A jshell in this process, in which {@code session}, {@code group} and {@code channel} are those of this peer. Confined to the
 * {@code parley-console} thread; the code runs on {@code parley-java}.
 */
final class JavaShell implements AutoCloseable {
    private static final String CHANNEL = "org.jgroups.JChannel";
    private static final List<String> IMPORTS =
            List.of("java.util.*", "java.util.stream.*", "java.time.*", "dev.parley.chat.*", "org.jgroups.*");
    private static final long LAST_MILLIS = 3_000;
    private final Live live = new Live();
    private final Session session;
    private final JShell shell;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-java");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Group> group = Optional.empty();
    private Object boundChannel;

    /** Takes a second or so. */
    JavaShell(Session session) {
        this.session = session;
        this.shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1))
            if (!entry.isEmpty()) shell.addToClasspath(entry);
        IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
        define("session", Session.class.getName(), session);
        define("group", Group.class.getName(), null);
        define("channel", CHANNEL, null);
    }

    private void define(String name, String type, Object object) {
        shell.eval("%s %s = %s;".formatted(type, name, live.expression(name, type, object)));
    }

    /** Whether nothing has to follow this text. */
    boolean isComplete(String text) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(text);
        while (info.completeness().isComplete() && !info.remaining().isBlank())
            info = analysis.analyzeCompletion(info.remaining());
        return info.completeness() != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE
                && info.completeness() != SourceCodeAnalysis.Completeness.CONSIDERED_INCOMPLETE;
    }

    /**
     * Runs it.
     *
     * @throws CommandException if it does not compile, or throws
     * @throws InterruptedException if the user stopped it
     */
    Reply run(String text) throws CommandException, InterruptedException {
        try (SnippetOutput output = new SnippetOutput()) {
            Future<Results> running = executor.submit(() -> evaluate(text));
            try {
                Results results = running.get();
                return results.reply(output.lines());
            } catch (InterruptedException e) {
                stop(running);
                throw e;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void stop(Future<Results> running) throws InterruptedException {
        shell.stop();
        try {
            running.get(LAST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            running.cancel(true);
        }
    }

    private Results evaluate(String text) {
        bind();
        Results results = new Results();
        String rest = text;
        while (!rest.isBlank() && results.error().isEmpty()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String source = info.source() == null || info.source().isBlank() ? rest : info.source();
            for (SnippetEvent event : shell.eval(source)) if (event.causeSnippet() == null) take(event, results);
            rest = source.equals(rest) ? "" : info.remaining();
        }
        return results;
    }

    /** The group is another one after each time that it was left. */
    private void bind() {
        Optional<Group> now = session.connection().group();
        Object channel = now.flatMap(Group::liveChannel).orElse(null);
        if (now.equals(group) && channel == boundChannel) return;
        group = now;
        boundChannel = channel;
        shell.eval("group = " + live.expression("group", Group.class.getName(), now.orElse(null)) + ";");
        shell.eval("channel = " + live.expression("channel", CHANNEL, channel) + ";");
    }

    private void take(SnippetEvent event, Results results) {
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) results.fail("This is no Java: " + diagnosis(snippet));
        else if (event.exception() instanceof EvalException thrown) results.fail(sentence(thrown));
        else if (event.exception() != null)
            results.fail("This cannot run yet, because something that it uses is missing: " + diagnosis(snippet));
        else if (snippet instanceof VarSnippet variable && event.value() != null)
            results.value(variable.name(), variable.typeName(), event.value());
        else if (snippet instanceof ExpressionSnippet expression && event.value() != null)
            results.value(expression.name(), expression.typeName(), event.value());
    }

    private String diagnosis(Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .findFirst()
                .map(diagnosis -> String.join(
                        ", ",
                        diagnosis
                                .getMessage(Locale.ENGLISH)
                                .lines()
                                .map(String::strip)
                                .toList()))
                .orElse("the compiler does not say why")
                .replaceFirst("\\.?$", ".");
    }

    private static String sentence(EvalException thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return "It threw %s%s".formatted(thrown.getExceptionClassName(), message);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        shell.close();
        live.end();
    }

    /** What a text has come to, snippet by snippet. */
    private static final class Results {
        private final List<String> lines = new ArrayList<>();
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private Optional<String> error = Optional.empty();

        Optional<String> error() {
            return error;
        }

        void fail(String sentence) {
            error = Optional.of(sentence);
        }

        void value(String name, String type, String value) {
            List<String> text = value.lines().toList();
            lines.add(name + " ==> " + (text.isEmpty() ? "" : text.get(0)));
            lines.addAll(text.subList(Math.min(1, text.size()), text.size()));
            rows.add(Reply.row("name", name, "type", type, "value", value));
        }

        Reply reply(List<String> printed) throws CommandException {
            if (error.isPresent()) throw new CommandException(error.get());
            List<String> all = new ArrayList<>(printed);
            all.addAll(lines);
            return new Reply(all, rows);
        }
    }
}
