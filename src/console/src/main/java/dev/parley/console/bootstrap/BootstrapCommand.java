package dev.parley.console.bootstrap;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapJson;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.JsonText;

/** Shows the service's whole data. */
public final class BootstrapCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("bootstrap", CommandGroup.BOOTSTRAP, "the service's whole data as JSON");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        BootstrapData data = invocation.session().bootstrap().list();
        return new Reply(new JsonText().pretty(json -> BootstrapJson.write(data, json)), PeerTable.rows(data));
    }
}
