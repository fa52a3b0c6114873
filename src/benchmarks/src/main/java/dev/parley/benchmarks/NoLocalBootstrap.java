package dev.parley.benchmarks;

import dev.parley.chat.LocalBootstrap;
import java.net.URI;
import java.util.Optional;

/** A machine without a bootstrap service of its own: all members are told of the same one. */
final class NoLocalBootstrap implements LocalBootstrap {
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
