package dev.parley.app;

import dev.parley.chat.HistorySettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.console.script.ScriptCall;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.logging.log4j.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed after {@code parley}, checked. Read-only once parsed. */
@Command(
        name = "parley",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        description = {"", "Group chat without a server, and a workbench for group communication.", ""},
        footer = {"", "Two peers on one machine need no option: parley alice, and in another terminal parley bob."})
final class LaunchOptions {
    private static final String SERVICE_VARIABLE = "BOOTSTRAP_DATA_SERVER";

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

    @Option(
            names = "--bootstrap",
            paramLabel = "URL",
            converter = OptionValues.Service.class,
            description = "The bootstrap data service. Default: $" + SERVICE_VARIABLE
                    + ", else the one of this machine, which is started if there is none.")
    private URI bootstrap;

    @Option(
            names = "--serve",
            paramLabel = "[ADDR:]PORT",
            converter = OptionValues.Serve.class,
            description = "Run the bootstrap data service for others, on all addresses of this machine or on one.")
    private ServeAddress serve;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            converter = OptionValues.Token.class,
            description = "The file with the token that the service asks for, or is to ask for with --serve.")
    private String token;

    @Option(
            names = "--token-in-clear",
            description = "Send the token also where it travels readable by all: to another machine without https.")
    private boolean tokenInClear;

    @Option(
            names = "--stack",
            paramLabel = "FILE",
            description = "The JGroups protocol stack: an XML file, or a name in jgroups-config. Default: tcp.")
    private String stack = "tcp";

    @Option(
            names = "--bind-addr",
            paramLabel = "ADDR",
            converter = OptionValues.LocalAddress.class,
            description = "The local address that others reach this peer at."
                    + " Default: that of the route to the bootstrap service.")
    private InetAddress bindAddress;

    @Option(
            names = "--bind-port",
            paramLabel = "N",
            converter = OptionValues.Port.class,
            description = "The local port, 0 for any free one. Default: what the stack file says.")
    private Integer bindPort;

    @Option(names = "--manual", description = "Do not join on start; memberlistjoin or join does.")
    private boolean manual;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            converter = OptionValues.ReadableFile.class,
            description = "Run the commands in a file, then end. Can be repeated.")
    private List<Path> scripts = new ArrayList<>();

    @Option(
            names = "-c",
            paramLabel = "COMMAND",
            description = "Run a command after the scripts, then end. Can be repeated.")
    private List<String> commands = new ArrayList<>();

    @Option(names = "--stay", description = "Go on after --script and -c.")
    private boolean stay;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where identities, history and logs are kept. Default: by the custom of the system.")
    private Path dataDirectory;

    @Option(
            names = "--no-history",
            description = "Write nothing of what is said to disk; the latest messages are in memory until Parley ends.")
    private boolean noHistory;

    @Option(
            names = "--history-limit",
            paramLabel = "MB",
            converter = OptionValues.Megabytes.class,
            description = "The most that a room's history takes; the oldest messages go first. Default: 1000.")
    private Integer historyLimit;

    @Option(names = "--json", description = "Write one JSON object a line on standard output, for programs.")
    private boolean json;

    @Option(names = "--no-java", description = "Run no Java that is typed: the command java is off.")
    private boolean noJava;

    @Option(names = "--no-color", description = "No colours. NO_COLOR in the environment does the same.")
    private boolean noColor;

    @Option(
            names = {"--log", "-debugfile"},
            paramLabel = "FILE",
            description = "Write the log to this file. Default: parley.log in the peer's data folder.")
    private Path log;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            converter = OptionValues.LogLevel.class,
            description = "off, error, warn, info, debug or trace. Default: info.")
    private Level logLevel;

    @Option(names = "-debug", description = "The same as --log-level debug.")
    private boolean debug;

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
    private Path program;

    private LaunchOptions() {}

    /** @throws LaunchException with {@link ExitStatus#WRONG_OPTIONS} and one sentence that says which and what to write */
    static LaunchOptions parse(String[] arguments, Map<String, String> environment) throws LaunchException {
        LaunchOptions options = new LaunchOptions();
        CommandLine line = commandLine(options);
        try {
            line.parseArgs(arguments);
            options.complete(environment.getOrDefault(SERVICE_VARIABLE, ""));
        } catch (ParameterException e) {
            throw wrong(oneSentence(e));
        }
        return options;
    }

    private static CommandLine commandLine(LaunchOptions options) {
        // A message given with -c may begin with @ or hold ${...}: it is text.
        return new CommandLine(options)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUsageHelpAutoWidth(false);
    }

    private void complete(String serviceOfEnvironment) throws LaunchException {
        readFirst();
        if (nameOption != null && nameParameter != null && !nameOption.equals(nameParameter))
            throw wrong("Two names, " + nameOption + " and " + nameParameter + ": a peer has one.");
        if (serve != null && bootstrap != null)
            throw wrong("--serve runs the service itself, so it cannot go with --bootstrap: leave one out.");
        if (noHistory && historyLimit != null)
            throw wrong("--history-limit says how much is kept and --no-history that nothing is: leave one out.");
        if (serve == null && bootstrap == null && !serviceOfEnvironment.isBlank())
            bootstrap = fromEnvironment(serviceOfEnvironment);
    }

    private void readFirst() throws LaunchException {
        if (first == null) return;
        try {
            if (first.endsWith(PROGRAM)) program = new OptionValues.ReadableFile().convert(first);
            else nameParameter = new OptionValues.Name().convert(first);
        } catch (CommandLine.TypeConversionException e) {
            throw wrong(e.getMessage());
        }
        if (program == null && !arguments.isEmpty()) throw wrong(OptionValues.oneTooMany(arguments.get(0)));
    }

    private static URI fromEnvironment(String value) throws LaunchException {
        try {
            return new OptionValues.Service().convert(value.strip());
        } catch (CommandLine.TypeConversionException e) {
            throw wrong("The variable " + SERVICE_VARIABLE + " is no use: " + e.getMessage());
        }
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

    /** Whether the terminal was asked for. */
    boolean noGui() {
        return noGui;
    }

    /** Whether these options leave room for a window: a run that ends by itself and one for programs have none. */
    boolean leaveRoomForWindow() {
        return !noGui && !json && (stay || (scripts().isEmpty() && commands.isEmpty()));
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

    Optional<URI> bootstrap() {
        return Optional.ofNullable(bootstrap);
    }

    /** What the service asks for; checked already. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    boolean tokenInClear() {
        return tokenInClear;
    }

    Optional<ServeAddress> serve() {
        return Optional.ofNullable(serve);
    }

    /** A path or a name. */
    String stack() {
        return stack;
    }

    Optional<InetAddress> bindAddress() {
        return Optional.ofNullable(bindAddress);
    }

    OptionalInt bindPort() {
        return bindPort == null ? OptionalInt.empty() : OptionalInt.of(bindPort);
    }

    boolean manual() {
        return manual;
    }

    /** Those given as options, then the one that runs as a program. */
    List<ScriptCall> scripts() {
        List<ScriptCall> all =
                new ArrayList<>(scripts.stream().map(ScriptCall::of).toList());
        if (program != null) all.add(new ScriptCall(program, arguments));
        return all;
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    boolean stay() {
        return stay;
    }

    Optional<Path> dataDirectory() {
        return Optional.ofNullable(dataDirectory);
    }

    HistorySettings history() {
        if (noHistory) return HistorySettings.inMemory();
        return historyLimit == null ? HistorySettings.USUAL : new HistorySettings(true, historyLimit);
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

    Optional<Path> log() {
        return Optional.ofNullable(log);
    }

    Level logLevel() {
        if (logLevel != null) return logLevel;
        return debug ? Level.DEBUG : Level.INFO;
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
