package dev.parley.chat;

import java.net.URI;
import java.util.Optional;

/** Finds and runs nothing. Any thread. */
enum NoLocalBootstrap implements LocalBootstrap {
    INSTANCE;

    @Override
    public Optional<URI> find() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> findOrServe() {
        return Optional.empty();
    }

    @Override
    public boolean serving() {
        return false;
    }

    @Override
    public void close() {}
}
