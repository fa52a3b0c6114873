package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.IpLiteral;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.FilePeerStore;
import dev.parley.bootstrap.server.SlowClientLimits;
import dev.parley.bootstrap.server.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
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
        description = "Runs the bootstrap data service on this machine, for development; its lists survive a kill.")
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
        try {
            FilePeerStore peers = new FilePeerStore(
                    store == null ? DataDirectory.ofThisUser().resolve("bootstrap.json") : store,
                    BootstrapConfig.development());
            BootstrapServer server = serve(peers);
            out.println("Bootstrap service ready at " + server.url() + ", store " + peers.path());
            out.flush();
            return 0;
        } catch (StoreException | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CANNOT_START;
        }
    }

    private BootstrapServer serve(FilePeerStore peers) throws IOException {
        BootstrapServer server =
                BootstrapServer.start(new InetSocketAddress(address, port), new BootstrapHandler(peers));
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
