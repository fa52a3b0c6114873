package dev.parley.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes what a shell wants to know of Parley's options, from the options themselves: a manual page, and completion for bash, zsh and fish. */
final class ShellFiles {
    /** Where each file belongs below the root of the system, as Debian has it. */
    static final String MANUAL = "usr/share/man/man1/parley.1";

    static final String BASH = "usr/share/bash-completion/completions/parley";
    static final String ZSH = "usr/share/zsh/vendor-completions/_parley";
    static final String FISH = "usr/share/fish/vendor_completions.d/parley.fish";

    private final CommandLine line = LaunchOptions.commandLine();
    private final CommandSpec spec = line.getCommandSpec();

    /** Writes all of them below the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : new ShellFiles().all().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The files by their places. */
    Map<String, String> all() {
        return Map.of(MANUAL, manual(), BASH, AutoComplete.bash("parley", line), ZSH, zsh(), FISH, fish());
    }

    private String manual() {
        return """
                .TH PARLEY 1 "" "Parley" "User Commands"
                .SH NAME
                parley \\- group chat without a server
                .SH SYNOPSIS
                .B parley
                [\\fIOPTION\\fR]... [\\fINAME\\fR|\\fIFILE.parley\\fR [\\fIARGUMENT\\fR]...]
                .SH DESCRIPTION
                Every running Parley is a peer. Peers form a group without a central instance, and when one of them
                vanishes the group goes on. It is also a workbench for group communication on JGroups.
                The command \\fBhelp\\fR lists what can be typed into it.
                .SH OPTIONS
                %s.SH EXIT STATUS
                0; 1 if a command of a run without a person failed; 2 for wrong options; 130 after SIGINT and 143 after
                SIGTERM, both after leaving in order.
                .SH ENVIRONMENT
                .TP
                .B BOOTSTRAP_DATA_SERVER
                the bootstrap data service, where \\-\\-bootstrap names none
                .TP
                .B NO_COLOR
                no colours, if it is not empty
                .SH EXAMPLES
                Two peers on one machine: \\fBparley alice\\fR, and in another terminal \\fBparley bob\\fR.
                """.formatted(
                        spec.options().stream().map(ShellFiles::manualEntry).collect(Collectors.joining()));
    }

    private static String manualEntry(OptionSpec option) {
        String names = String.join(", ", option.names());
        String value = takesValue(option) ? "\\fR=\\fI" + roff(option.paramLabel()) : "";
        return ".TP\n\\fB" + roff(names) + value + "\\fR\n" + roff(description(option)) + "\n";
    }

    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private String zsh() {
        String arguments = spec.options().stream()
                .flatMap(option -> List.of(option.names()).stream().map(name -> zshArgument(option, name)))
                .map(argument -> "    '" + argument.replace("'", "'\\''") + "' \\\n")
                .collect(Collectors.joining());
        return "#compdef parley\n_arguments \\\n" + arguments + "    '1:name or script:_files -g \"*.parley\"' \\\n"
                + "    '*:argument:_files'\n";
    }

    private static String zshArgument(OptionSpec option, String name) {
        String often = option.isMultiValue() ? "*" : "";
        String text = often + name + "[" + description(option).replaceAll("([\\[\\]:\\\\])", "\\\\$1") + "]";
        if (!takesValue(option)) return text;
        String glued = name.startsWith("--") ? "=" : "";
        String values = isFolder(option) ? "_files -/" : isFile(option) ? "_files" : "";
        if (!words(option).isEmpty()) values = "(" + words(option) + ")";
        return text.replaceFirst("\\[", glued.isEmpty() ? "[" : "=[") + ":"
                + option.paramLabel().replaceAll("[\\[\\]:]", " ").strip() + ":" + values;
    }

    private String fish() {
        String options = spec.options().stream()
                .flatMap(option -> List.of(option.names()).stream().map(name -> fishLine(option, name)))
                .collect(Collectors.joining());
        return "complete -c parley -e\n" + options;
    }

    private static String fishLine(OptionSpec option, String name) {
        String kind = name.startsWith("--") ? "-l " : name.length() == 2 ? "-s " : "-o ";
        String value = !takesValue(option) ? "" : isFile(option) ? " -r -F" : " -x";
        if (isFolder(option)) value = " -x -a '(__fish_complete_directories)'";
        if (!words(option).isEmpty()) value = " -x -a '" + words(option) + "'";
        return "complete -c parley " + kind + name.replaceFirst("^-+", "") + value + " -d '"
                + description(option).replace("\\", "\\\\").replace("'", "\\'") + "'\n";
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    private static boolean isFile(ArgSpec option) {
        return option.paramLabel().equals("FILE");
    }

    private static boolean isFolder(ArgSpec option) {
        return option.paramLabel().equals("DIR");
    }

    /** The values there are, if they are few. */
    private static String words(ArgSpec option) {
        if (option.completionCandidates() == null) return "";
        return String.join(" ", option.completionCandidates());
    }

    private static String description(ArgSpec option) {
        return String.join(" ", option.description());
    }
}
