package dev.parley.desktop.status;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What helps who is alone. Called on the JavaFX thread; works, and completes, on any other. */
public interface AloneHelp {
    /** Completes with a sentence or two that say why nobody else is here. */
    CompletionStage<String> why();

    /** Tries to find the others once more; completes with a sentence if that failed. */
    CompletionStage<Optional<String>> retry();
}
