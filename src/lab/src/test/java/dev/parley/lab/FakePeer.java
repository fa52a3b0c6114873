package dev.parley.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A program that keeps the {@code --json} contract without any group: what it is told to write, it writes. */
final class FakePeer {
    private final PrintStream out;

    private FakePeer(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        FakePeer peer = new FakePeer(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        peer.notice("arguments " + String.join(" ", arguments));
        peer.notice("variable " + System.getenv("PARLEY_LAB_TEST"));
        peer.state("alone");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) peer.execute(line);
        peer.state("left");
    }

    private void execute(String line) {
        String[] words = line.split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "state" -> state(rest);
            case "view" -> view(List.of(rest.split(",", -1)));
            case "hear" -> message(rest);
            case "raw" -> out.println(rest);
            case "grumble" -> System.err.println(rest);
            case "silent" -> {}
            case "flood" -> flood(Integer.parseInt(rest));
            case "gasp" -> {
                out.print(rest);
                System.exit(1);
            }
            case "exit" -> System.exit(Integer.parseInt(rest));
            default -> {}
        }
        if (words[0].equals("execute")) for (String inner : rest.split(";", -1)) result(inner, true);
        if (!words[0].equals("silent")) result(line, !words[0].equals("fail"));
    }

    private void result(String line, boolean ok) {
        out.printf(
                "{\"type\":\"result\",\"command\":\"%s\",\"ok\":%b,%s}%n",
                line.replace("\"", "\\\""),
                ok,
                ok ? "\"lines\":[\"done\"],\"rows\":[{\"name\":\"alice\",\"self\":true}]" : "\"error\":\"It failed.\"");
    }

    private void state(String state) {
        out.printf(
                "{\"type\":\"state\",\"state\":\"%s\",\"room\":\"lobby\",\"self\":\"alice\",\"address\":null}%n",
                state);
    }

    private void view(List<String> members) {
        String quoted = members.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        out.printf(
                "{\"type\":\"view\",\"room\":\"lobby\",\"view\":\"%s|1\",\"coordinator\":\"%s\",\"members\":[%s],"
                        + "\"joined\":[],\"left\":[],\"merged\":false}%n",
                members.get(0), members.get(0), quoted);
    }

    private void message(String text) {
        out.printf(
                "{\"type\":\"message\",\"room\":\"lobby\",\"id\":\"1\",\"from\":\"bob\",\"self\":false,\"text\":\"%s\","
                        + "\"time\":\"2026-11-22T10:11:12.123Z\",\"clock\":\"1.0\",\"kind\":\"text\",\"to\":null,\"late\":false}%n",
                text);
    }

    /** Says as many different things, under numbers from 1. */
    private void flood(int messages) {
        for (int number = 1; number <= messages; number++)
            out.printf(
                    "{\"type\":\"message\",\"room\":\"lobby\",\"id\":\"00000000-0000-0007-0000-000000000001/loyw3v28/%d\","
                            + "\"from\":\"bob\",\"self\":true,\"text\":\"hello\",\"time\":\"2026-11-22T10:11:12.123Z\","
                            + "\"clock\":\"17.4294967295\",\"kind\":\"text\",\"to\":null,\"late\":false}%n",
                    number);
    }

    private void notice(String text) {
        out.printf("{\"type\":\"notice\",\"level\":\"info\",\"text\":\"%s\"}%n", text.replace("\\", "\\\\"));
    }
}
