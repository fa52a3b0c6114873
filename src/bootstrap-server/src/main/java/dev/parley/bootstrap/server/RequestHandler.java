package dev.parley.bootstrap.server;

import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;

/** Answers requests; called by any number of threads at once. */
@FunctionalInterface
public interface RequestHandler {
    /** Never throws for anything that a client sent. May block, and is interrupted when the server closes. */
    Response handle(Request request);
}
