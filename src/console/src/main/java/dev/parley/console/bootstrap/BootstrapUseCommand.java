package dev.parley.console.bootstrap;

import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.TokenFile;
import dev.parley.chat.BootstrapDesk;
import dev.parley.chat.ServiceSettings;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Changes to another bootstrap service while this peer stays in its group. */
public final class BootstrapUseCommand implements Command {
    private static final String UNASKED = "--force";

    private final NamedServices named;

    public BootstrapUseCommand(NamedServices named) {
        this.named = named;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "bootstrapuse",
                        CommandGroup.BOOTSTRAP,
                        "use another bootstrap service: leave the old one's list and join the new one's")
                .taking(
                        Parameter.required("service")
                                .suggesting(
                                        Suggestions.of(List.of(NamedServices.DEVELOPMENT, NamedServices.PRODUCTION))),
                        Parameter.optional("token-file").suggesting(new FileSuggestions()),
                        Parameter.flag(UNASKED))
                .saying(
                        "A service is a URL, development or production. The group does not notice.",
                        "'set bootstrap-production URL' says where production is, or else $BOOTSTRAP_PRODUCTION_SERVER;"
                                + " likewise development,",
                        "which is the service of this machine if nothing is said. A token goes over https, or to this machine.",
                        "One that does not answer is not changed to, save with --force: this peer registers once it does.")
                .example("bootstrapuse development");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException, CommandException {
        ServiceSettings wanted = wanted(invocation.arguments());
        BootstrapDesk bootstrap = invocation.session().bootstrap();
        if (!invocation.arguments().has(UNASKED)) return PeerTable.reply(bootstrap.use(wanted));
        bootstrap.useUnasked(wanted);
        return Reply.line("This peer registers there as soon as the service answers.");
    }

    private ServiceSettings wanted(Arguments arguments) throws CommandException {
        String service = arguments.required("service");
        try {
            Optional<URI> url = named.isName(service)
                    ? named.url(service)
                    : Optional.of(BootstrapSettings.of(service).url());
            Optional<String> token = Optional.empty();
            Optional<Path> file = arguments.path("token-file");
            if (file.isPresent()) token = Optional.of(TokenFile.read(file.get()));
            return new ServiceSettings(url, token, false);
        } catch (IllegalArgumentException | IOException e) {
            throw new CommandException(e.getMessage());
        }
    }
}
