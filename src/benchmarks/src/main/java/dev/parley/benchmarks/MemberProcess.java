package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Member} in a JVM of its own, and the line by which it is asked. */
final class MemberProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BufferedReader answers;
    private final PrintStream requests;
    private final String address;

    private MemberProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.address = read().substring("joined ".length());
    }

    /**
     * Starts a member and waits until it has joined.
     *
     * @param jvm flags of the JVM
     * @param errors where its standard error goes
     * @param arguments of {@link Member#main}
     */
    static MemberProcess start(List<String> jvm, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Member.class.getName()));
        command.addAll(List.of(arguments));
        return new MemberProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Where it listens. */
    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Asks and waits for the answer. */
    String ask(String request) throws IOException {
        requests.println(request);
        return read();
    }

    /** Asks for one number. */
    long number(String request) throws IOException {
        return Long.parseLong(ask(request));
    }

    /** What it has heard so far, and when that was. */
    Count count() throws IOException {
        String[] fields = ask("count").split(" ", -1);
        return new Count(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    }

    /** @param nanos by the member's own clock */
    record Count(long heard, long nanos) {
        double perSecondSince(Count earlier) {
            return (heard - earlier.heard) * 1e9 / (nanos - earlier.nanos);
        }
    }

    private String read() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(Member.ANSWER)) line = answers.readLine();
        if (line == null) throw new IOException("A member has ended and said: " + Files.readString(errors));
        return line.substring(Member.ANSWER.length());
    }

    @Override
    public void close() {
        requests.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
