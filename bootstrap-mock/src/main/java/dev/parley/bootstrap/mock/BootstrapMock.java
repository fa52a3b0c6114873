package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.IpLiteral;
import dev.parley.bootstrap.TokenFile;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.FilePeerStore;
import dev.parley.bootstrap.server.ServicePolicy;
import dev.parley.bootstrap.server.SlowClientLimits;
import dev.parley.bootstrap.server.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs the bootstrap data service until SIGINT or SIGTERM, and then stops it in order. Exit status: 1 if it cannot start, 2 for
 * wrong options.
 */
@Command(
        name = "bootstrap-mock/run",
        version = "bootstrap-mock 0.1.0",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the bootstrap data service on this machine, for development; its lists survive a kill.",
        footer = "The misbehaviour can be changed while it runs: curl -d '--fail 30%%' URL/mock")
public final class BootstrapMock implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int WRONG_OPTIONS = 2;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port; 0 takes a free one. Default: 8080.")
    private int port;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "File that keeps the lists. Default: bootstrap.json in Parley's data directory"
                    + " (on Linux ~/.local/share/parley).")
    private Path store;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            converter = LiteralAddress.class,
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: 127.0.0.1, which only this machine reaches.")
    private InetAddress address;

    @Option(
            names = "--lease",
            paramLabel = "TIME",
            converter = MisbehaviourOptions.Time.class,
            description = "Drop peers that have not renewed for so long, like 5m. Default: they stay until removed.")
    private Duration lease;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Answer only who brings the token that stands in this file. Default: everybody.")
    private Path tokenFile;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Write one line for each request to this file. Default: none is written.")
    private Path accessLog;

    @Mixin
    private MisbehaviourOptions misbehaviour;

    @Spec
    private CommandSpec spec;

    private BootstrapMock() {}

    /** The threads of the service keep the process alive after this has returned. */
    public static void main(String[] arguments) {
        SlowClientLimits.applyToThisProcess();
        int status = commandLine().execute(arguments);
        if (status != 0) System.exit(status);
    }

    /** What executes the options of one start. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new BootstrapMock());
        line.setParameterExceptionHandler((error, given) -> {
            error.getCommandLine().getErr().println(oneSentence(error));
            return WRONG_OPTIONS;
        });
        return line;
    }

    /** Starts the service and says where it is. */
    @Override
    public Integer call() {
        if (port < 0 || port > 65_535)
            throw new ParameterException(
                    spec.commandLine(), "--port takes a number from 0 to 65535, not " + port + ".");
        PrintWriter out = spec.commandLine().getOut();
        if (lease != null && lease.compareTo(Duration.ofSeconds(1)) < 0)
            throw new ParameterException(spec.commandLine(), "--lease takes a second at least, not " + lease + ".");
        try {
            if (accessLog != null) AccessLogFile.open(accessLog);
            ServicePolicy policy = policy();
            FilePeerStore peers = new FilePeerStore(
                    store == null ? DataDirectory.ofThisUser().resolve("bootstrap.json") : store,
                    BootstrapConfig.development());
            MockServer server = serve(peers, policy);
            out.println("Bootstrap service ready at " + server.url() + ", store " + peers.path());
            out.flush();
            return 0;
        } catch (StoreException | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CANNOT_START;
        }
    }

    private ServicePolicy policy() throws IOException {
        ServicePolicy policy = ServicePolicy.OPEN;
        if (lease != null) policy = policy.withLease(lease);
        return tokenFile == null ? policy : policy.withToken(TokenFile.read(tokenFile));
    }

    private MockServer serve(FilePeerStore peers, ServicePolicy policy) throws IOException {
        MockServer server = MockServer.start(
                new InetSocketAddress(address, port), new BootstrapHandler(peers, policy), misbehaviour.asked());
        Runnable stop = () -> {
            server.close();
            peers.close();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "parley-bootstrap-stop"));
        return server;
    }

    private static String oneSentence(ParameterException error) {
        String message = error.getMessage().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
        String options = error.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.joining(", "));
        return message + "; the options are " + options + '.';
    }

    /** Looks up no name but that of this machine. */
    private static final class LiteralAddress implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            if (text.equals("localhost")) return InetAddress.getLoopbackAddress();
            try {
                return IpLiteral.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
