package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.server.StoreException;

/** The database does not answer, and may do so soon. The message is one sentence for whoever runs the service. */
final class DatabaseAwayException extends StoreException {
    DatabaseAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
