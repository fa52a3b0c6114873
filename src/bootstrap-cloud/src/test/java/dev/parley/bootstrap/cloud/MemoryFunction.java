package dev.parley.bootstrap.cloud;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.MemoryPeerStore;

/** The function over a store in memory, for the framework to make. */
public final class MemoryFunction implements HttpFunction {
    private final BootstrapFunction function =
            new BootstrapFunction(new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development())));

    @Override
    public void service(HttpRequest request, HttpResponse response) throws Exception {
        function.service(request, response);
    }
}
