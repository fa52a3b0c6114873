package dev.parley.app;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The bootstrap data service that is used, or run for others. */
final class ServiceOptions {
    static final String VARIABLE = "BOOTSTRAP_DATA_SERVER";

    @Option(
            names = "--bootstrap",
            paramLabel = "URL",
            converter = OptionValues.Service.class,
            description = "The bootstrap data service. Default: $" + VARIABLE
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

    /**
     * Takes what the environment says, unless an option says where the service is.
     *
     * @throws TypeConversionException with one sentence if that is of no use
     */
    void complete(String ofEnvironment) {
        if (serve != null || bootstrap != null || ofEnvironment.isBlank()) return;
        try {
            bootstrap = new OptionValues.Service().convert(ofEnvironment.strip());
        } catch (TypeConversionException e) {
            throw new TypeConversionException("The variable " + VARIABLE + " is no use: " + e.getMessage());
        }
    }

    /** One sentence, if two options exclude each other. */
    Optional<String> contradiction() {
        return serve != null && bootstrap != null
                ? Optional.of("--serve runs the service itself, so it cannot go with --bootstrap: leave one out.")
                : Optional.empty();
    }

    /** Where it is, for somebody who does not run it. */
    Optional<URI> url() {
        return Optional.ofNullable(bootstrap);
    }

    Optional<ServeAddress> serve() {
        return Optional.ofNullable(serve);
    }

    /** What the service asks for; checked already. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    boolean tokenInClear() {
        return tokenInClear;
    }
}
