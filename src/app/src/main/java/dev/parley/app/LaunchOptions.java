package dev.parley.app;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.console.script.ScriptCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed after {@code parley}, checked. Read-only once parsed. */
@Command(
        name = "parley",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        description = {"", "Group chat without a server, and a workbench for group communication.", ""},
        footer = {"", "Two peers on one machine need no option: parley alice, and in another terminal parley bob."})
final class LaunchOptions {
    /** How the names of scripts end that run as programs. */
    private static final String PROGRAM = ".parley";

    @Option(names = "--nogui", description = "Talk in this terminal.")
    private boolean noGui;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = OptionValues.Name.class,
            description = "What others see you as. Default: the login name.")
    private PeerName nameOption;

    @Option(
            names = "--room",
            paramLabel = "ROOM",
            converter = OptionValues.Room.class,
            description = "The room to join. Default: lobby.")
    private RoomName room;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final GroupOptions group = new GroupOptions();

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Option(names = "--json", description = "Write one JSON object a line on standard output, for programs.")
    private boolean json;

    @Option(names = "--no-java", description = "Run no Java that is typed: the command java is off.")
    private boolean noJava;

    @Option(names = "--no-color", description = "No colours. NO_COLOR in the environment does the same.")
    private boolean noColor;

    @Mixin
    private final LogOptions log = new LogOptions();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--version", description = "Show the version.")
    private boolean version;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME|FILE.parley",
            description = "The same as --name NAME; or --script FILE.parley, with arguments.")
    private String first;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "What FILE.parley has as $1 to $9 and $*.")
    private List<String> arguments = new ArrayList<>();

    private PeerName nameParameter;

    private LaunchOptions() {}

    /** @throws LaunchException with {@link ExitStatus#WRONG_OPTIONS} and one sentence that says which and what to write */
    static LaunchOptions parse(String[] arguments, Map<String, String> environment) throws LaunchException {
        LaunchOptions options = new LaunchOptions();
        CommandLine line = commandLine(options);
        try {
            line.parseArgs(arguments);
            options.readFirst();
            options.service.complete(environment.getOrDefault(ServiceOptions.VARIABLE, ""));
        } catch (ParameterException e) {
            throw wrong(oneSentence(e));
        } catch (TypeConversionException e) {
            throw wrong(e.getMessage());
        }
        Optional<String> contradiction = options.contradiction();
        if (contradiction.isPresent()) throw wrong(contradiction.get());
        return options;
    }

    private static CommandLine commandLine(LaunchOptions options) {
        // A message given with -c may begin with @ or hold ${...}: it is text.
        return new CommandLine(options)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUsageHelpAutoWidth(false);
    }

    private void readFirst() {
        if (first == null) return;
        if (first.endsWith(PROGRAM))
            work.add(new ScriptCall(new OptionValues.ReadableFile().convert(first), arguments));
        else if (arguments.isEmpty()) nameParameter = new OptionValues.Name().convert(first);
        else throw new TypeConversionException(OptionValues.oneTooMany(arguments.get(0)));
    }

    private Optional<String> contradiction() {
        if (nameOption != null && nameParameter != null && !nameOption.equals(nameParameter))
            return Optional.of("Two names, " + nameOption + " and " + nameParameter + ": a peer has one.");
        return service.contradiction().or(storage::contradiction);
    }

    private static LaunchException wrong(String sentence) {
        String text = sentence.replaceAll("\\s+", " ").strip();
        return new LaunchException(
                ExitStatus.WRONG_OPTIONS, (text.matches(".*[.?!]") ? text : text + ".") + " See parley --help.");
    }

    private static String oneSentence(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) return OptionValues.unmatched(unmatched);
        return error.getMessage()
                .replaceFirst("^Invalid value for positional parameter at index \\d+ \\([^)]*\\): ", "")
                .replaceFirst("^Invalid value for option '([^']+)'(?: \\([^)]*\\))?: ", "$1: ");
    }

    /** Whether these options leave room for a window: a run that ends by itself and one for programs have none. */
    boolean leaveRoomForWindow() {
        return !noGui && !json && !work.endsByItself();
    }

    /** The name asked for, or the login name with what a name cannot have replaced. */
    PeerName name() {
        return nameGiven().orElseGet(() -> OptionValues.loginName(System.getProperty("user.name", "")));
    }

    /** The name asked for. */
    Optional<PeerName> nameGiven() {
        return Optional.ofNullable(nameOption == null ? nameParameter : nameOption);
    }

    RoomName room() {
        return roomGiven().orElse(RoomName.LOBBY);
    }

    /** The room asked for. */
    Optional<RoomName> roomGiven() {
        return Optional.ofNullable(room);
    }

    ServiceOptions service() {
        return service;
    }

    GroupOptions group() {
        return group;
    }

    WorkOptions work() {
        return work;
    }

    StorageOptions storage() {
        return storage;
    }

    LogOptions log() {
        return log;
    }

    boolean json() {
        return json;
    }

    /** Whether live Java is wanted. */
    boolean java() {
        return !noJava;
    }

    boolean noColor() {
        return noColor;
    }

    boolean help() {
        return help;
    }

    boolean version() {
        return version;
    }

    /** The options for who describes them. */
    static CommandLine commandLine() {
        return commandLine(new LaunchOptions());
    }

    /** The help, from the options themselves. */
    static String helpText() {
        return commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
    }
}
