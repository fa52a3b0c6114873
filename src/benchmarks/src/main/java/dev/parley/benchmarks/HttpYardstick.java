package dev.parley.benchmarks;

import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.FilePeerStore;
import dev.parley.bootstrap.server.SlowClientLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A server in a process of its own: ours on a file, or the JDK's with a handler that does nothing. For {@link BootstrapSpeed}. */
final class HttpYardstick {
    private static final int BACKLOG = 512;

    private HttpYardstick() {}

    /** Prints the port of loopback on which it listens. Argument: the store's file; none for the JDK's server. */
    public static void main(String[] arguments) throws Exception {
        SlowClientLimits.applyToThisProcess();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.out.println(arguments.length == 0 ? empty(anyPort) : ours(anyPort, Path.of(arguments[0])));
        Thread.currentThread().join();
    }

    private static int empty(InetSocketAddress bind) throws Exception {
        HttpServer server = HttpServer.create(bind, BACKLOG);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    private static int ours(InetSocketAddress bind, Path file) throws Exception {
        FilePeerStore store = new FilePeerStore(file, new BootstrapConfig(1_000, 2, 0));
        return BootstrapServer.start(bind, new BootstrapHandler(store))
                .address()
                .getPort();
    }
}
