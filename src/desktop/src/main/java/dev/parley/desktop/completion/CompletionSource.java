package dev.parley.desktop.completion;

/** Knows what could stand at the cursor of a text. Asked on a thread of its own; may take its time. */
@FunctionalInterface
public interface CompletionSource {
    Proposal propose(String text, int cursor);
}
