package dev.parley.desktop.input;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What becomes of a text that was sent. Called on the JavaFX thread; must return at once. */
public interface MessageActions {
    /** Says this to the room; completes on any thread, with a sentence if it could not be said. */
    CompletionStage<Optional<String>> say(String text);

    /** Runs this line, without its slash. */
    void command(String line);
}
