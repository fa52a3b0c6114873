package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.SlowClientLimits;
import dev.parley.bootstrap.server.StoreException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Runs one instance of the bootstrap data service on a PostgreSQL database until SIGINT or SIGTERM, and then stops it in order.
 * Exit status: 1 if it cannot start, 2 for a wrong environment.
 */
public final class BootstrapCloud implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final int CANNOT_START = 1;
    private static final int WRONG_ENVIRONMENT = 2;

    private final PostgresPeerStore store;
    private final BootstrapServer server;

    private BootstrapCloud(PostgresPeerStore store, BootstrapServer server) {
        this.store = store;
        this.server = server;
    }

    /** The threads of the service keep the process alive after this has returned. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            boolean asked = arguments[0].equals("--help");
            (asked ? System.out : System.err).print(CloudSettings.USAGE);
            System.exit(asked ? 0 : WRONG_ENVIRONMENT);
        }
        SlowClientLimits.applyToThisProcess();
        try {
            CloudSettings settings = CloudSettings.from(new Environment(System.getenv()));
            BootstrapCloud service = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "parley-bootstrap-stop"));
            System.out.println("Bootstrap service ready at " + service.server.url() + ", database "
                    + settings.database().shown());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_ENVIRONMENT);
        } catch (StoreException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    /** Waits for the database as long as the settings say. */
    static BootstrapCloud start(CloudSettings settings) throws StoreException, IOException, InterruptedException {
        PostgresPeerStore store = open(settings);
        try {
            return new BootstrapCloud(
                    store, BootstrapServer.start(settings.bind(), new BootstrapHandler(store, settings.policy())));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Refuses what is new, answers what has begun, and lets go of the database. Can be repeated. */
    @Override
    public void close() {
        server.close();
        store.close();
    }

    private static PostgresPeerStore open(CloudSettings settings) throws StoreException, InterruptedException {
        long deadline = System.nanoTime() + settings.startup().toNanos();
        while (true) {
            try {
                return PostgresPeerStore.open(settings.database(), CloudSettings.defaults());
            } catch (DatabaseAwayException e) {
                if (System.nanoTime() > deadline) throw e;
                LOG.warn("{} Waiting for it.", e.getMessage());
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }
}
